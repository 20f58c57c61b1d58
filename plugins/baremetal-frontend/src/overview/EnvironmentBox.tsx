import { useRouteRef } from '@backstage/frontend-plugin-api';
import type {
  EnvironmentColumn,
  EnvironmentState,
  Lost,
} from '@baremetal/backstage-plugin-baremetal-common';
import { rolloutsRouteRef } from '../routes';
import { AppLink } from '../ui/AppLink';
import { Label, Mono } from '../ui/Mono';
import { ObservedAt, Since } from '../ui/ObservedAt';
import { ProblemNote } from '../ui/Problem';
import { Fact, Status } from '../ui/Status';
import { useT } from '../ui/useT';
import { StateRows } from './StateRows';
import { Traffic } from './Traffic';
import styles from './EnvironmentBox.module.css';

/** One cluster's column: state, version, traffic, the four rows, age. */
export function EnvironmentBox(props: {
  column: EnvironmentColumn;
  /** Waits for somebody. */
  marked: boolean;
  /** Its rows share their heights with the neighbours'. */
  aligned: boolean;
}) {
  const t = useT();
  const { column, marked, aligned } = props;
  const { environment, cluster, reading } = column;
  return (
    <section
      className={[
        styles.box,
        aligned ? styles.aligned : '',
        marked ? styles.marked : '',
      ].join(' ')}
      aria-label={`${environment}, ${cluster}`}
    >
      {reading.ok && reading.value.deployed ? (
        <Deployed
          column={column}
          state={reading.value.state}
          observedAt={reading.observedAt}
          lost={reading.lost}
        />
      ) : (
        <>
          <Head column={column} />
          <div className={styles.rest}>
            {reading.ok ? (
              <Fact
                tone="unknown"
                detail={reading.value.deployed ? '' : reading.value.why}
              >
                {t('overview.notDeployed')}
              </Fact>
            ) : (
              <ProblemNote problem={reading.problem} />
            )}
          </div>
        </>
      )}
    </section>
  );
}

function Head(props: { column: EnvironmentColumn; state?: EnvironmentState }) {
  const { column, state } = props;
  return (
    <div className={styles.head}>
      <h3>{column.environment}</h3>
      {state ? (
        <Status tone={state.status.tone}>{state.status.words}</Status>
      ) : null}
      <p>
        <Mono>{column.cluster}</Mono>
        {state?.since ? (
          <>
            {' · '}
            <Since at={state.since} />
          </>
        ) : null}
      </p>
    </div>
  );
}

function Deployed(props: {
  column: EnvironmentColumn;
  state: EnvironmentState;
  observedAt: string;
  lost: Lost | undefined;
}) {
  const t = useT();
  const { column, state, observedAt, lost } = props;
  const rollouts = useRouteRef(rolloutsRouteRef);
  const search = new URLSearchParams({ environment: column.environment });
  return (
    <>
      <Head column={column} state={state} />
      <div className={styles.note}>
        {lost ? (
          <Fact tone="warn" small>
            {t('overview.lostNote')}
          </Fact>
        ) : null}
      </div>
      <Version state={state} />
      <Traffic state={state} />
      <StateRows state={state} />
      <div className={styles.foot}>
        <ObservedAt at={observedAt} lost={lost} />
        <AppLink to={rollouts && `${rollouts()}?${search}`}>
          {t(state.job ? 'overview.linkRuns' : 'overview.link', {
            environment: column.environment,
          })}
        </AppLink>
      </div>
    </>
  );
}

function Version(props: { state: EnvironmentState }) {
  const t = useT();
  const { version, next, nextWeight, status } = props.state;
  // What was aborted serves nobody, so it is not what runs here.
  const aborted = status.tone === 'bad' && nextWeight === 0;
  const shown = aborted ? version : next ?? version;
  if (!shown) {
    return (
      <div className={styles.version}>
        <Label>{t('overview.version.unknown')}</Label>
      </div>
    );
  }
  return (
    <div className={styles.version} title={shown.image}>
      <b>{shown.text}</b>
      {next && version ? (
        <span>
          {aborted
            ? t('overview.version.instead', { next: next.text })
            : t('overview.version.canary', { stable: version.text })}
        </span>
      ) : null}
    </div>
  );
}
