import {
  Button,
  ButtonIcon,
  NumberField,
  Select,
  TextField,
} from '@backstage/ui';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import { useT } from '../../ui/useT';
import type { CalleeData } from '../formData';
import styles from '../Fields.module.css';

type Kind = 'namespace' | 'cidr';
const KINDS: readonly Kind[] = ['namespace', 'cidr'];
const PROTOCOLS: readonly CalleeData['protocol'][] = ['TCP', 'UDP'];
/** As many as the spec allows. */
const MOST = 30;
const NEW: CalleeData = { namespace: '', port: 443, protocol: 'TCP' };

/** Places that may be called, each by all its pods or by its addresses. */
export function CalleeList(props: {
  callees: readonly CalleeData[];
  onChange: (callees: CalleeData[]) => void;
}) {
  const t = useT();
  const { callees, onChange } = props;
  return (
    <ol className={styles.steps} aria-label={t('create.egress.list')}>
      {callees.map((callee, i) => (
        // A place has no identity but its number while it is typed.
        // eslint-disable-next-line react/no-array-index-key
        <li key={i} className={styles.callee}>
          <CalleeFields
            callee={callee}
            number={i + 1}
            onChange={next =>
              onChange(callees.map((old, other) => (other === i ? next : old)))
            }
          />
          <ButtonIcon
            size="small"
            variant="tertiary"
            icon={<RiDeleteBinLine />}
            aria-label={t('create.egress.remove', { number: i + 1 })}
            onPress={() => onChange(callees.filter((_, other) => other !== i))}
          />
        </li>
      ))}
      <li>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiAddLine />}
          isDisabled={callees.length >= MOST}
          onPress={() => onChange([...callees, NEW])}
        >
          {t('create.egress.add')}
        </Button>
      </li>
    </ol>
  );
}

function CalleeFields(props: {
  callee: CalleeData;
  number: number;
  onChange: (callee: CalleeData) => void;
}) {
  const t = useT();
  const { callee, number, onChange } = props;
  const { port, protocol } = callee;
  const kind: Kind = callee.cidr === undefined ? 'namespace' : 'cidr';
  const label = (what: Kind | 'kind' | 'port' | 'protocol') =>
    t('create.egress.of', { what: t(`create.egress.field.${what}`), number });
  return (
    <>
      <Select
        size="small"
        aria-label={label('kind')}
        options={KINDS.map(id => ({
          id,
          label: t(`create.egress.kind.${id}`),
        }))}
        value={kind}
        onChange={key =>
          onChange(
            key === 'cidr'
              ? { cidr: '', port, protocol }
              : { namespace: '', port, protocol },
          )
        }
      />
      <TextField
        size="small"
        aria-label={label(kind)}
        placeholder={t(`create.egress.example.${kind}`)}
        value={callee[kind] ?? ''}
        onChange={place => onChange({ ...callee, [kind]: place })}
      />
      <NumberField
        size="small"
        aria-label={label('port')}
        minValue={1}
        maxValue={65535}
        formatOptions={{ useGrouping: false }}
        value={port}
        onChange={next => onChange({ ...callee, port: next })}
      />
      <Select
        size="small"
        aria-label={label('protocol')}
        options={PROTOCOLS.map(id => ({ id, label: id }))}
        value={protocol}
        onChange={key => {
          const next = PROTOCOLS.find(known => known === key);
          if (next) onChange({ ...callee, protocol: next });
        }}
      />
    </>
  );
}
