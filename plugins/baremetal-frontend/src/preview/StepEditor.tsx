import {
  Button,
  ButtonIcon,
  NumberField,
  Select,
  TextField,
} from '@backstage/ui';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import { useT } from '../ui/useT';
import type { StepData } from './formData';
import styles from './Fields.module.css';

type Kind = 'weight' | 'wait' | 'person' | 'analysis';
const KINDS: readonly Kind[] = ['weight', 'wait', 'person', 'analysis'];

/** The steps as a list that can be changed, added to and shortened, all by keyboard. */
export function StepEditor(props: {
  steps: readonly StepData[];
  onChange: (steps: readonly StepData[]) => void;
}) {
  const t = useT();
  const { steps, onChange } = props;
  const replace = (index: number, step: StepData) =>
    onChange(steps.map((old, i) => (i === index ? step : old)));
  return (
    <ol className={styles.steps} aria-label={t('create.delivery.steps')}>
      {steps.map((step, i) => (
        // Steps have no identity but their place.
        // eslint-disable-next-line react/no-array-index-key
        <li key={i} className={styles.step}>
          <span className={styles.stepNumber}>{i + 1}</span>
          <Select
            size="small"
            aria-label={t('create.delivery.kindOf', { number: i + 1 })}
            options={KINDS.map(kind => ({
              value: kind,
              label: t(`create.delivery.kind.${kind}`),
            }))}
            value={kindOf(step)}
            onChange={kind => replace(i, newStep(kind as Kind))}
          />
          <StepValue
            step={step}
            number={i + 1}
            onChange={next => replace(i, next)}
          />
          <ButtonIcon
            size="small"
            variant="tertiary"
            icon={<RiDeleteBinLine />}
            aria-label={t('create.delivery.remove', { number: i + 1 })}
            isDisabled={steps.length === 1}
            onPress={() => onChange(steps.filter((_, other) => other !== i))}
          />
        </li>
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

function StepValue(props: {
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

function kindOf(step: StepData): Kind {
  if ('setWeight' in step) return 'weight';
  if ('analysis' in step) return 'analysis';
  return step.pause.duration === undefined ? 'person' : 'wait';
}

function newStep(kind: Kind): StepData {
  switch (kind) {
    case 'weight':
      return { setWeight: 50 };
    case 'wait':
      return { pause: { duration: '5m' } };
    case 'person':
      return { pause: {} };
    case 'analysis':
      return { analysis: true };
  }
}
