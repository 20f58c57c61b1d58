import { Select, TextField } from '@backstage/ui';
import { Fact } from '../../ui/Status';
import { useT } from '../../ui/useT';
import { DEFAULT_AB } from '../defaults';
import type { DeliveryData, ExposureKind } from '../formData';
import styles from '../Fields.module.css';

const WAYS = ['header', 'cookie'] as const;

/** Which callers meet the new version first. */
export function AbFields(props: {
  value: DeliveryData['ab'];
  exposure: ExposureKind;
  onChange: (value: NonNullable<DeliveryData['ab']>) => void;
}) {
  const t = useT();
  const { exposure, onChange } = props;
  const value = props.value ?? DEFAULT_AB;
  return (
    <>
      <div className={styles.fields}>
        <Select
          label={t('create.ab.by')}
          options={WAYS.map(id => ({ id, label: t(`create.ab.ways.${id}`) }))}
          value={value.by}
          onChange={key =>
            onChange({
              ...value,
              by: WAYS.find(way => way === key) ?? 'header',
            })
          }
        />
        <TextField
          label={t('create.ab.name')}
          value={value.name}
          onChange={name => onChange({ ...value, name })}
        />
        <TextField
          label={t('create.ab.value')}
          value={value.value}
          onChange={text => onChange({ ...value, value: text })}
        />
      </div>
      {exposure === 'clusterOnly' ? (
        <Fact tone="wait" small>
          {t('create.ab.needsRouter')}
        </Fact>
      ) : null}
    </>
  );
}
