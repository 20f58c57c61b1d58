import { useT } from '../../ui/useT';
import { FieldFindings } from '../FieldFindings';
import { Fold } from '../Fold';
import type { CalleeData } from '../formData';
import type { Proof } from '../prove';
import { CalleeList } from './CalleeList';
import styles from '../Fields.module.css';

/** What the service calls; the network lets it reach nothing else. */
export function EgressFold(props: {
  value: readonly CalleeData[];
  proof: Proof;
  onChange: (value: CalleeData[]) => void;
}) {
  const t = useT();
  const { value, proof, onChange } = props;
  return (
    <div>
      <Fold
        title={t('create.egress.title')}
        now={
          value.length > 0
            ? t('create.egress.some', { count: value.length })
            : t('create.egress.none')
        }
        open={value.length > 0}
      >
        <span className={styles.hint}>{t('create.egress.denied')}</span>
        <CalleeList callees={value} onChange={onChange} />
      </Fold>
      <FieldFindings proof={proof} path="egress" />
    </div>
  );
}
