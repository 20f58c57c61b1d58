import { scaleLinear } from 'd3-scale';
import { useT } from '../../ui/useT';
import type { WeightRun } from './canaryPlan';
import type { PodsOfPicture } from './CanaryPicture';
import { podsAtWeight } from './podsAtWeight';
import styles from './CanaryPicture.module.css';

const HEIGHT = 48;

/** Below the weights, in the same time: how many pods of either version there are. */
export function CanaryPods(props: {
  runs: readonly WeightRun[];
  pods: PodsOfPicture;
}) {
  const t = useT();
  const { runs, pods } = props;
  const columns = runs.map(({ from, to, weight }) => ({
    from,
    to,
    ...podsAtWeight(weight, pods.replicas, pods.division),
  }));
  const most = Math.max(
    1,
    pods.peak ?? 0,
    ...columns.map(({ stable, next }) => stable + next),
  );
  const height = scaleLinear([0, most], [0, HEIGHT]);
  return (
    <>
      <div className={styles.podsTitle}>
        {t('create.delivery.podsIn', { environment: pods.environment })}
      </div>
      <ol
        className={styles.pods}
        aria-label={t('create.delivery.podsIn', {
          environment: pods.environment,
        })}
      >
        {columns.map(({ from, to, stable, next }) => (
          <li key={from} style={{ left: `${from}%`, width: `${to - from}%` }}>
            <span className={styles.podsWords}>
              {t('create.delivery.podSplit', { stable, next })}
            </span>
            <span
              className={styles.next}
              style={{ height: height(next) }}
              aria-hidden
            />
            <span
              className={styles.stable}
              style={{ height: height(stable) }}
              aria-hidden
            />
          </li>
        ))}
      </ol>
    </>
  );
}
