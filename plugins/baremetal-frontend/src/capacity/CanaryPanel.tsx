import type { CapacityDetail } from '@baremetal/backstage-plugin-baremetal-common';
import { Label } from '../ui/Mono';
import { Panel } from '../ui/Panel';
import { useT } from '../ui/useT';
import styles from './CanaryPanel.module.css';

type CanaryStep = CapacityDetail['canarySteps'][number];

/** Pods at each step of a canary: stable, new, and what starts on top. */
export function CanaryPanel(props: {
  environment: string;
  steps: readonly CanaryStep[];
}) {
  const t = useT();
  const { environment, steps } = props;
  const most = Math.max(...steps.map(totalOf));
  return (
    <Panel
      title={t('capacity.canary.title')}
      aside={
        <Label>
          {t('capacity.canary.aside', { environment })},{' '}
          {t('capacity.canary.most', { most: String(most) })}
        </Label>
      }
      end={
        <span className={styles.key}>
          {(['stable', 'next', 'surge'] as const).map(kind => (
            <span key={kind}>
              <i className={styles[kind]} />
              {t(`capacity.canary.${kind}`)}
            </span>
          ))}
        </span>
      }
    >
      <ol className={styles.steps}>
        {steps.map((step, index) => (
          <Step key={index} step={step} most={most} />
        ))}
      </ol>
    </Panel>
  );
}

function totalOf(step: CanaryStep): number {
  return step.stable + step.next + step.surge;
}

function Step(props: { step: CanaryStep; most: number }) {
  const t = useT();
  const { step, most } = props;
  const { label, stable, next, surge } = step;
  // 120 px for the tallest column; a pod is never thinner than a line.
  const unit = Math.max(2, Math.min(14, 120 / Math.max(1, most)));
  const parts = [
    ['surge', surge],
    ['next', next],
    ['stable', stable],
  ] as const;
  return (
    <li>
      <span
        className={styles.column}
        role="img"
        aria-label={t('capacity.canary.step', {
          label,
          stable: String(stable),
          next: String(next),
          surge: String(surge),
        })}
      >
        <b>{stable + next}</b>
        {parts.map(([kind, count]) =>
          count > 0 ? (
            <i
              key={kind}
              className={styles[kind]}
              style={{ height: count * unit }}
            />
          ) : null,
        )}
      </span>
      <Label>{label}</Label>
    </li>
  );
}
