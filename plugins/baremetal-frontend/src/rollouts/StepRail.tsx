import type { CSSProperties } from 'react';
import {
  RiCheckLine,
  RiCloseLine,
  RiFlagLine,
  RiPulseLine,
  RiScales3Line,
  RiStackLine,
  RiTestTubeLine,
  RiTimerLine,
  RiUserLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import type { RolloutStepView } from '@baremetal/backstage-plugin-baremetal-common';
import { Label } from '../ui/Mono';
import { useT } from '../ui/useT';
import styles from './StepRail.module.css';

const KIND_ICONS: Readonly<
  Record<RolloutStepView['kind'], RemixiconComponentType>
> = {
  setWeight: RiScales3Line,
  pause: RiTimerLine,
  person: RiUserLine,
  analysis: RiPulseLine,
  setCanaryScale: RiStackLine,
  experiment: RiTestTubeLine,
  other: RiFlagLine,
};

/** More steps than this do not fit beside each other; they go on in a second row. */
const MOST_IN_A_ROW = 8;

/** The steps of a canary in equal columns, with its end. */
export function StepRail(props: { steps: readonly RolloutStepView[] }) {
  const t = useT();
  const { steps } = props;
  if (steps.length === 0) {
    return <Label>{t('rollouts.steps.none')}</Label>;
  }
  const stopped = steps.some(step => step.state === 'failed');
  const finished = steps.every(step => step.state === 'done');
  const columns = Math.min(steps.length, MOST_IN_A_ROW);
  return (
    <ol
      className={styles.rail}
      style={{ '--bm-steps': columns } as CSSProperties}
      aria-label={t('rollouts.steps.label')}
    >
      {steps.map(step => (
        <Step key={step.number} step={step} stopped={stopped} />
      ))}
      <li className={`${styles.step} ${styles.end}`}>
        <span className={`${styles.node} ${finished ? styles.nodeDone : ''}`}>
          <RiFlagLine size={12} aria-hidden />
        </span>
        <span className={styles.big}>{t('rollouts.steps.end')}</span>
        <span className={styles.note}>
          {stopped
            ? t('rollouts.steps.notReached')
            : t('rollouts.steps.finished')}
        </span>
      </li>
    </ol>
  );
}

function Step(props: { step: RolloutStepView; stopped: boolean }) {
  const t = useT();
  const { step, stopped } = props;
  const Icon = KIND_ICONS[step.kind];
  const skipped = stopped && step.state === 'next';
  return (
    <li
      className={`${styles.step} ${styles[step.state]} ${
        skipped ? styles.skipped : ''
      }`}
      aria-current={step.state === 'current' ? 'step' : undefined}
    >
      <span className={styles.node}>
        <Node step={step} />
      </span>
      <span className={styles.big}>{step.value}</span>
      <span className={styles.kind}>
        <Icon size={12} aria-hidden />
        <span>
          {step.number} · {t(`rollouts.steps.kind.${step.kind}`)}
        </span>
      </span>
      <span className={styles.note}>
        {step.note || (skipped ? t('rollouts.steps.notReached') : '')}
      </span>
    </li>
  );
}

function Node(props: { step: RolloutStepView }) {
  const t = useT();
  const { state, number } = props.step;
  const label = t(`rollouts.steps.state.${state}`);
  switch (state) {
    case 'done':
      return <RiCheckLine size={16} role="img" aria-label={label} />;
    case 'failed':
      return <RiCloseLine size={16} role="img" aria-label={label} />;
    case 'current':
    case 'next':
      return (
        <span role="img" aria-label={label}>
          {number}
        </span>
      );
  }
}
