import { Checkbox, NumberField, Select } from '@backstage/ui';
import { useT } from '../../ui/useT';
import { DEFAULT_SLO } from '../defaults';
import { FieldFindings } from '../FieldFindings';
import { Fold } from '../Fold';
import type { ServiceLevelData } from '../formData';
import type { Proof } from '../prove';
import styles from '../Fields.module.css';

/** Shares of the requests, over 30 days. */
const PROMISES = [0.95, 0.99, 0.995, 0.999, 0.9995, 0.9999];

/** What the service promises its callers. */
export function ServiceLevelFold(props: {
  value: ServiceLevelData | undefined;
  proof: Proof;
  onChange: (value: ServiceLevelData) => void;
}) {
  const t = useT();
  const { proof, onChange } = props;
  const value = props.value ?? DEFAULT_SLO;
  const words = (availability: number) =>
    t('create.slo.promise', { share: toPercent(availability) });
  return (
    <div>
      <Fold
        title={t('create.slo.title')}
        now={words(value.availability)}
        open={props.value !== undefined}
      >
        <div className={styles.fields}>
          <Select
            label={t('create.slo.availability')}
            options={[...new Set([...PROMISES, value.availability])]
              .sort()
              .map(share => ({
                id: String(share),
                label: `${toPercent(share)} %`,
              }))}
            value={String(value.availability)}
            onChange={key => onChange({ ...value, availability: Number(key) })}
          />
          <NumberField
            label={t('create.slo.rps')}
            description={t('create.slo.rpsHint')}
            minValue={0}
            value={value.expectedRps ?? Number.NaN}
            onChange={rps =>
              onChange({
                ...value,
                expectedRps: Number.isNaN(rps) ? undefined : rps,
              })
            }
          />
        </div>
        <Checkbox
          isSelected={value.zeroDowntime}
          onChange={zeroDowntime => onChange({ ...value, zeroDowntime })}
        >
          {t('create.slo.zeroDowntime')}
        </Checkbox>
      </Fold>
      <FieldFindings proof={proof} path="slo" />
    </div>
  );
}

/** Without the noise of binary fractions: 99.95, not 99.94999. */
function toPercent(share: number): string {
  return String(Number((share * 100).toFixed(4)));
}
