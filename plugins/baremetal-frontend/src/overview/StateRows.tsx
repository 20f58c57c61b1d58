import type { ReactNode } from 'react';
import type {
  EnvironmentState,
  JobView,
  Known,
  Tone,
  TwoLines,
} from '@baremetal/backstage-plugin-baremetal-common';
import { TONE_ICONS, TONE_INK } from '../ui/tones';
import { useNextRun } from '../ui/useNextRun';
import { useT } from '../ui/useT';
import { PodCells } from './PodCells';
import styles from './StateRows.module.css';

/**
 * Pods, rollout, storage, capacity: a value of 14 px and a line of 12 px each, so that rows align across columns. A
 * scheduled job has its runs in place of pods and a rollout.
 */
export function StateRows(props: { state: EnvironmentState }) {
  const t = useT();
  const { pods, rollout, job, storage, capacity } = props.state;
  return (
    <dl className={styles.rows}>
      {job ? (
        <NextRun job={job} />
      ) : (
        <Row name={t('overview.row.pods')} lines={pods}>
          <PodCells cells={pods.cells} />
        </Row>
      )}
      <Row
        name={t(job ? 'overview.row.lastRun' : 'overview.row.rollout')}
        lines={rollout}
      />
      <Row name={t('overview.row.storage')} lines={toLines(storage)} />
      <Row name={t('overview.row.capacity')} lines={toLines(capacity)} />
    </dl>
  );
}

function NextRun(props: { job: JobView }) {
  const t = useT();
  const { next, rhythm } = useNextRun(props.job);
  const tone = props.job.suspended ? 'wait' : 'ok';
  return (
    <Row
      name={t('overview.row.nextRun')}
      lines={{ tone, value: next, note: rhythm }}
    />
  );
}

function toLines(known: Known<TwoLines>): TwoLines {
  return known.known
    ? known.value
    : { tone: 'unknown', value: '?', note: known.problem.message };
}

function Row(props: { name: string; lines: TwoLines; children?: ReactNode }) {
  const { name, lines, children } = props;
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {children}
        <ToneIcon tone={lines.tone} />
        <span className={styles.value}>{lines.value}</span>
        <small>{lines.note}</small>
      </dd>
    </>
  );
}

/** Only what is not good gets an icon: a column of green ticks says nothing. */
function ToneIcon(props: { tone: Tone }) {
  const t = useT();
  if (props.tone === 'ok') {
    return null;
  }
  const Icon = TONE_ICONS[props.tone];
  return (
    <Icon
      size={14}
      className={`${styles.icon} ${TONE_INK[props.tone]}`}
      role="img"
      aria-label={t(`tone.${props.tone}`)}
    />
  );
}
