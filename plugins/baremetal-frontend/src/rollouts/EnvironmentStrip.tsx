import { Link } from 'react-router-dom';
import type {
  RolloutColumn,
  RolloutDetail,
} from '@baremetal/backstage-plugin-baremetal-common';
import { Label, Mono } from '../ui/Mono';
import { ObservedAt } from '../ui/ObservedAt';
import { Status } from '../ui/Status';
import { toSearch } from '../ui/useEnvironmentChoice';
import { useT } from '../ui/useT';
import styles from './EnvironmentStrip.module.css';

/** All environments in promotion order; choosing one opens it below. */
export function EnvironmentStrip(props: {
  columns: readonly RolloutColumn[];
  chosen: RolloutColumn | undefined;
}) {
  const t = useT();
  return (
    <nav className={styles.strip} aria-label={t('rollouts.environments')}>
      {props.columns.map(column => (
        <Link
          key={`${column.environment}/${column.cluster}`}
          className={styles.card}
          to={toSearch(column)}
          replace
          aria-current={column === props.chosen ? 'true' : undefined}
        >
          <span className={styles.top}>
            <b>{column.environment}</b>
            <Label>
              <Mono>{column.cluster}</Mono>
            </Label>
            <State column={column} />
          </span>
          <Summary column={column} />
        </Link>
      ))}
    </nav>
  );
}

function State(props: { column: RolloutColumn }) {
  const { reading } = props.column;
  const status = reading.ok ? leading(reading.value)?.status : undefined;
  return status ? <Status tone={status.tone}>{status.words}</Status> : null;
}

function Summary(props: { column: RolloutColumn }) {
  const t = useT();
  const { environment, reading } = props.column;
  if (!reading.ok) {
    return <Label>{reading.problem.message}</Label>;
  }
  const detail = leading(reading.value);
  if (!detail) {
    return <Label>{t('rollouts.none.title', { environment })}</Label>;
  }
  return (
    <>
      <Segments detail={detail} />
      <span className={styles.middle}>
        <Versions detail={detail} />
        {reading.lost ? (
          <ObservedAt at={reading.observedAt} lost={reading.lost} />
        ) : (
          <Label>{detail.stepWords}</Label>
        )}
      </span>
    </>
  );
}

function Versions(props: { detail: RolloutDetail }) {
  const t = useT();
  const { stable, canary, phase } = props.detail;
  if (stable && canary) {
    const versions = { stable: stable.text, next: canary.text };
    return (
      <Mono>
        {phase === 'aborted'
          ? t('rollouts.versions.instead', versions)
          : t('rollouts.versions.moving', versions)}
      </Mono>
    );
  }
  return <Mono>{(stable ?? canary)?.text}</Mono>;
}

/** One segment per step; a workload without steps is one segment. */
function Segments(props: { detail: RolloutDetail }) {
  const { steps, status } = props.detail;
  return (
    <span className={styles.segments} aria-hidden>
      {steps.length === 0 ? (
        <i className={status.tone === 'ok' ? styles.done : styles.current} />
      ) : (
        steps.map(step => (
          <i key={step.number} className={styles[step.state]} />
        ))
      )}
    </span>
  );
}

/** What the service itself is, before what stands beside it. */
function leading(details: readonly RolloutDetail[]): RolloutDetail | undefined {
  return details.find(detail => detail.kind === 'Rollout') ?? details[0];
}
