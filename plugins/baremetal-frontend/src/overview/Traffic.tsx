import type { EnvironmentState } from '@baremetal/backstage-plugin-baremetal-common';
import { useT } from '../ui/useT';
import styles from './Traffic.module.css';

/** Who serves how much, as a bar and in words. Without a known share, and for what serves nobody, there is no bar. */
export function Traffic(props: { state: EnvironmentState }) {
  const t = useT();
  const { version, next, nextWeight, job } = props.state;
  // Nobody calls a job.
  if (job || !version || (next && nextWeight === undefined)) {
    return <div className={styles.traffic} />;
  }
  const weight = (next && nextWeight) ?? 0;
  const words = next
    ? [
        t('overview.traffic.canary', {
          weight: String(weight),
          version: next.text,
        }),
        t('overview.traffic.stable', {
          weight: String(100 - weight),
          version: version.text,
        }),
      ]
    : [t('overview.traffic.all')];
  return (
    <div className={styles.traffic}>
      <div className={styles.bar} aria-hidden>
        {weight > 0 ? (
          <i className={styles.canary} style={{ width: `${weight}%` }} />
        ) : null}
        {weight < 100 ? <i className={styles.stable} /> : null}
      </div>
      <div className={styles.words}>
        {words.map(text => (
          <span key={text}>{text}</span>
        ))}
      </div>
    </div>
  );
}
