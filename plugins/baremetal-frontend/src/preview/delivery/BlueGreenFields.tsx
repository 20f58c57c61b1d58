import { Checkbox, NumberField } from '@backstage/ui';
import { useT } from '../../ui/useT';
import type { DeliveryData } from '../formData';
import styles from '../Fields.module.css';

type BlueGreen = NonNullable<DeliveryData['blueGreen']>;
const STANDARD: BlueGreen = { scaleDownDelaySeconds: 30 };
const SOON = 300;

/** Who switches to the new version, how large it is until then, and how long the old one stays after. */
export function BlueGreenFields(props: {
  value: BlueGreen | undefined;
  onChange: (value: BlueGreen) => void;
}) {
  const t = useT();
  const { onChange } = props;
  const value = props.value ?? STANDARD;
  const bySelf = value.autoPromotionSeconds !== undefined;
  const small = value.previewReplicas !== undefined;
  return (
    <>
      <Checkbox
        isSelected={bySelf}
        onChange={on =>
          onChange({ ...value, autoPromotionSeconds: on ? SOON : undefined })
        }
      >
        {t('create.blueGreen.bySelf')}
      </Checkbox>
      <Checkbox
        isSelected={small}
        onChange={on =>
          onChange({ ...value, previewReplicas: on ? 1 : undefined })
        }
      >
        {t('create.blueGreen.small')}
      </Checkbox>
      <div className={styles.fields}>
        {bySelf ? (
          <NumberField
            label={t('create.blueGreen.after')}
            minValue={0}
            value={value.autoPromotionSeconds ?? SOON}
            onChange={autoPromotionSeconds =>
              onChange({ ...value, autoPromotionSeconds })
            }
          />
        ) : null}
        {small ? (
          <NumberField
            label={t('create.blueGreen.previewReplicas')}
            minValue={1}
            value={value.previewReplicas ?? 1}
            onChange={previewReplicas =>
              onChange({ ...value, previewReplicas })
            }
          />
        ) : null}
        <NumberField
          label={t('create.blueGreen.keep')}
          description={t('create.blueGreen.keepHint')}
          minValue={0}
          value={value.scaleDownDelaySeconds}
          onChange={scaleDownDelaySeconds =>
            onChange({ ...value, scaleDownDelaySeconds })
          }
        />
      </div>
    </>
  );
}
