import type { Lost } from '@baremetal/backstage-plugin-baremetal-common';
import { useNow } from './clock';
import { formatDuration, formatMoment } from './formatTime';
import { useT } from './useT';
import styles from './Text.module.css';

/** How old a value is: quiet while its source answers, loud with the reason when it does not any more. */
export function ObservedAt(props: { at: string; lost?: Lost }) {
  const t = useT();
  const now = useNow();
  const { at, lost } = props;
  if (lost) {
    return (
      <span className={`${styles.age} ${styles.lost}`}>
        {t('age.lost', {
          at: formatMoment(lost.since, now),
          ago: formatDuration(now - Date.parse(lost.since)),
          why: lost.problem.message,
        })}
      </span>
    );
  }
  return (
    <span className={styles.age}>
      {t('age.ago', { ago: formatDuration(now - Date.parse(at)) })}
    </span>
  );
}

/** Since when something holds: `since 14:02, 29 min`. */
export function Since(props: { at: string }) {
  const t = useT();
  const now = useNow();
  return (
    <>
      {t('age.since', {
        at: formatMoment(props.at, now),
        span: formatDuration(now - Date.parse(props.at)),
      })}
    </>
  );
}
