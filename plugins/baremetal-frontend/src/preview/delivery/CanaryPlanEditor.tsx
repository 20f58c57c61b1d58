import { Checkbox } from '@backstage/ui';
import { useT } from '../../ui/useT';
import type { DeliveryData, StepData } from '../formData';
import { CanaryPicture, type PodsOfPicture } from './CanaryPicture';
import { LADDER_NAMES, ladderOf, LADDERS } from './ladders';
import { StepEditor } from './StepEditor';
import styles from '../Fields.module.css';

/** The canary as a picture over time, ladders to begin with, and its steps one by one. */
export function CanaryPlanEditor(props: {
  value: DeliveryData;
  steps: readonly StepData[];
  pods: PodsOfPicture | undefined;
  onSteps: (steps: readonly StepData[]) => void;
  /** Absent where only the steps are answered. */
  onChange?: (patch: Partial<DeliveryData>) => void;
}) {
  const t = useT();
  const { value, steps, pods, onSteps, onChange } = props;
  const chosen = ladderOf(steps);
  return (
    <>
      <CanaryPicture steps={steps} analysis={value.analysis} pods={pods} />
      <div
        className={styles.ladders}
        role="group"
        aria-label={t('create.delivery.ladders')}
      >
        <span className={styles.hint}>{t('create.delivery.ladders')}</span>
        {LADDER_NAMES.map(name => (
          <button
            key={name}
            type="button"
            className={`${styles.ladder} ${
              chosen === name ? styles.ladderOn : ''
            }`}
            aria-pressed={chosen === name}
            onClick={() => onSteps(LADDERS[name])}
          >
            {t(`create.delivery.ladder.${name}`)}
          </button>
        ))}
      </div>
      <StepEditor steps={steps} onChange={onSteps} />
      {onChange && pods?.division.by === 'router' ? (
        <Checkbox
          isSelected={value.dynamicStableScale ?? false}
          onChange={dynamicStableScale => onChange({ dynamicStableScale })}
        >
          {t('create.delivery.shrink')}
        </Checkbox>
      ) : null}
    </>
  );
}
