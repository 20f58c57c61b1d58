import { TextField } from '@backstage/ui';
import { useT } from '../../ui/useT';
import type { DeliveryData } from '../formData';
import styles from '../Fields.module.css';

/** How many pods a new version may add and take away at a time. */
export function RollingFields(props: {
  value: DeliveryData;
  onChange: (patch: Partial<DeliveryData>) => void;
}) {
  const t = useT();
  const { value, onChange } = props;
  return (
    <div className={styles.fields}>
      <TextField
        label={t('create.rolling.surge')}
        description={t('create.rolling.hint')}
        value={String(value.maxSurge ?? '25%')}
        onChange={text => onChange({ maxSurge: podCount(text) })}
      />
      <TextField
        label={t('create.rolling.unavailable')}
        description={t('create.rolling.hint')}
        value={String(value.maxUnavailable ?? 0)}
        onChange={text => onChange({ maxUnavailable: podCount(text) })}
      />
    </div>
  );
}

/** `2` or `25%`; whatever else it is, the panel says so. */
function podCount(text: string): number | string {
  return /^\d+$/.test(text) ? Number(text) : text;
}
