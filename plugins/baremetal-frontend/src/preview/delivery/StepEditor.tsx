import { Button, ButtonIcon, Select } from '@backstage/ui';
import {
  RiAddLine,
  RiArrowDownLine,
  RiArrowUpLine,
  RiDeleteBinLine,
} from '@remixicon/react';
import type { KeyboardEvent } from 'react';
import { useT } from '../../ui/useT';
import type { StepData } from '../formData';
import { moveStep } from './canaryPlan';
import { kindOf, newStep, STEP_KINDS } from './stepKinds';
import { StepValue } from './StepValue';
import styles from '../Fields.module.css';

/** The steps as a list that can be changed, moved, added to and shortened, all by keyboard. */
export function StepEditor(props: {
  steps: readonly StepData[];
  onChange: (steps: readonly StepData[]) => void;
}) {
  const t = useT();
  const { steps, onChange } = props;
  return (
    <ol className={styles.steps} aria-label={t('create.delivery.steps')}>
      {steps.map((step, i) => (
        <StepRow
          // Steps have no identity but their place.
          // eslint-disable-next-line react/no-array-index-key
          key={i}
          step={step}
          number={i + 1}
          count={steps.length}
          onStep={next =>
            onChange(steps.map((old, other) => (other === i ? next : old)))
          }
          onMove={by => onChange(moveStep(steps, i, by))}
          onRemove={() => onChange(steps.filter((_, other) => other !== i))}
        />
      ))}
      <li>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiAddLine />}
          onPress={() => onChange([...steps, newStep('weight')])}
        >
          {t('create.delivery.add')}
        </Button>
      </li>
    </ol>
  );
}

function StepRow(props: {
  step: StepData;
  number: number;
  count: number;
  onStep: (step: StepData) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}) {
  const t = useT();
  const { step, number, count, onStep, onMove, onRemove } = props;
  const moveByKey = (event: KeyboardEvent) => {
    if (!event.altKey) return;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    event.stopPropagation();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li className={styles.step} onKeyDownCapture={moveByKey}>
      <span className={styles.stepNumber}>{number}</span>
      <Select
        size="small"
        aria-label={t('create.delivery.kindOf', { number })}
        options={STEP_KINDS.map(id => ({
          id,
          label: t(`create.delivery.kind.${id}`),
        }))}
        value={kindOf(step)}
        onChange={key => {
          const kind = STEP_KINDS.find(known => known === key);
          if (kind) onStep(newStep(kind));
        }}
      />
      <StepValue step={step} number={number} onChange={onStep} />
      <span className={styles.stepActions}>
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={<RiArrowUpLine />}
          aria-label={t('create.delivery.up', { number })}
          isDisabled={number === 1}
          onPress={() => onMove(-1)}
        />
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={<RiArrowDownLine />}
          aria-label={t('create.delivery.down', { number })}
          isDisabled={number === count}
          onPress={() => onMove(1)}
        />
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={<RiDeleteBinLine />}
          aria-label={t('create.delivery.remove', { number })}
          isDisabled={count === 1}
          onPress={onRemove}
        />
      </span>
    </li>
  );
}
