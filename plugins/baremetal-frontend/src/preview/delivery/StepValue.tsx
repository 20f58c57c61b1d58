import { NumberField, TextField } from '@backstage/ui';
import { useT } from '../../ui/useT';
import type { StepData } from '../formData';
import { kindOf } from './stepKinds';
import styles from '../Fields.module.css';

/** The number of a step that has one, and otherwise what it waits for. */
export function StepValue(props: {
  step: StepData;
  number: number;
  onChange: (step: StepData) => void;
}) {
  const t = useT();
  const { step, number, onChange } = props;
  if ('setWeight' in step) {
    return (
      <NumberField
        size="small"
        aria-label={t('create.delivery.weightOf', { number })}
        minValue={0}
        maxValue={100}
        value={step.setWeight}
        onChange={setWeight => onChange({ setWeight })}
      />
    );
  }
  if ('pause' in step && step.pause.duration !== undefined) {
    return (
      <TextField
        size="small"
        aria-label={t('create.delivery.waitOf', { number })}
        value={step.pause.duration}
        onChange={duration => onChange({ pause: { duration } })}
      />
    );
  }
  return (
    <span className={styles.hint}>
      {t(
        `create.delivery.about.${
          kindOf(step) === 'person' ? 'person' : 'analysis'
        }`,
      )}
    </span>
  );
}
