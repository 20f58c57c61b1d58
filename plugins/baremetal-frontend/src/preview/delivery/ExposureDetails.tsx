import { Checkbox, Select } from '@backstage/ui';
import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { useT } from '../../ui/useT';
import type { ExposureData } from '../formData';
import styles from '../Fields.module.css';

const ENDS = ['gateway', 'service'] as const;

/** What a way out asks beside its name. */
export function ExposureDetails(props: {
  value: ExposureData;
  platform: PlatformFacts;
  onChange: (value: ExposureData) => void;
}) {
  const t = useT();
  const { value, platform, onChange } = props;
  switch (value.kind) {
    case 'clusterOnly':
    case 'gatewayApi':
    case 'ingressNginx':
      return null;
    case 'cloudflareTunnel':
      return (
        <Select
          className={styles.narrow}
          label={t('create.exposure.tunnelEnd')}
          options={ENDS.map(id => ({
            id,
            label: t(`create.exposure.end.${id}`),
          }))}
          value={value.to}
          onChange={key =>
            onChange({
              ...value,
              to: ENDS.find(end => end === key) ?? 'gateway',
            })
          }
        />
      );
    case 'ciliumLb':
      return (
        <>
          <Select
            className={styles.narrow}
            label={t('create.exposure.pool')}
            options={(platform.exposure?.addressPools ?? []).map(id => ({
              id,
              label: id,
            }))}
            value={value.pool ?? null}
            onChange={key => onChange({ ...value, pool: String(key) })}
          />
          <Checkbox
            isSelected={value.bgp}
            onChange={bgp => onChange({ ...value, bgp })}
          >
            {t('create.exposure.bgp')}
          </Checkbox>
        </>
      );
  }
}
