import { NumberField } from '@backstage/ui';
import { useT } from '../../ui/useT';
import { DEFAULT_SHUTDOWN } from '../defaults';
import { FieldFindings } from '../FieldFindings';
import { Fold } from '../Fold';
import type { ShutdownData } from '../formData';
import type { Proof } from '../prove';
import styles from '../Fields.module.css';

/** How long a pod that must go has for its callers and its open requests. */
export function ShutdownFold(props: {
  value: ShutdownData | undefined;
  proof: Proof;
  onChange: (value: ShutdownData) => void;
}) {
  const t = useT();
  const { proof, onChange } = props;
  const value = props.value ?? DEFAULT_SHUTDOWN;
  const { preStopSeconds, drainSeconds, graceSeconds } = value;
  return (
    <div>
      <Fold
        title={t('create.shutdown.title')}
        now={t('create.shutdown.now', {
          preStop: preStopSeconds,
          drain: drainSeconds,
          grace: graceSeconds,
        })}
        open={props.value !== undefined}
      >
        <div className={styles.fields}>
          <NumberField
            label={t('create.shutdown.preStop')}
            description={t('create.shutdown.preStopHint')}
            minValue={0}
            value={preStopSeconds}
            onChange={seconds =>
              onChange({ ...value, preStopSeconds: seconds })
            }
          />
          <NumberField
            label={t('create.shutdown.drain')}
            minValue={0}
            value={drainSeconds}
            onChange={seconds => onChange({ ...value, drainSeconds: seconds })}
          />
          <NumberField
            label={t('create.shutdown.grace')}
            description={t('create.shutdown.graceHint')}
            minValue={1}
            value={graceSeconds}
            onChange={seconds => onChange({ ...value, graceSeconds: seconds })}
          />
        </div>
      </Fold>
      <FieldFindings proof={proof} path="shutdown" />
    </div>
  );
}
