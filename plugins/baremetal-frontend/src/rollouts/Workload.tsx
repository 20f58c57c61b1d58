import type {
  Lost,
  RolloutDetail,
  Tone,
} from '@baremetal/backstage-plugin-baremetal-common';
import { ObservedAt } from '../ui/ObservedAt';
import { Panel } from '../ui/Panel';
import { ProblemNote } from '../ui/Problem';
import { Fact, Status } from '../ui/Status';
import type { Choice } from '../ui/useEnvironmentChoice';
import { useT } from '../ui/useT';
import { AnalysisPanel } from './AnalysisPanel';
import { Decision } from './Decision';
import { History } from './History';
import { JobRuns } from './JobRuns';
import { PodGroups, Pods } from './Pods';
import { StepRail } from './StepRail';
import { WeightPanel } from './WeightPanel';
import styles from './Workload.module.css';

export interface WorkloadProps {
  readonly detail: RolloutDetail;
  readonly place: Choice;
  readonly age: {
    readonly observedAt: string;
    readonly lost: Lost | undefined;
  };
  /** When the backend answered: the right edge of the chart. */
  readonly now: string;
}

/** In these the controller's own words say less than ours. */
const FINE: readonly Tone[] = ['ok', 'busy', 'wait'];

/** One workload: steps and decision, then the evidence, the chart with the pods, and what was before. */
export function Workload(props: WorkloadProps) {
  const { detail, place, age, now } = props;
  return (
    <>
      <Panel
        title={<Title {...props} />}
        aside={<ObservedAt at={age.observedAt} lost={age.lost} />}
        end={<Status tone={detail.status.tone}>{detail.status.words}</Status>}
      >
        <Body detail={detail} environment={place.environment} />
        <Decision detail={detail} cluster={place.cluster} />
      </Panel>
      {detail.analysesProblem ? (
        <ProblemNote problem={detail.analysesProblem} />
      ) : null}
      {detail.analyses.map(analysis => (
        <AnalysisPanel key={analysis.name} analysis={analysis} />
      ))}
      {detail.kind === 'Rollout' ? (
        <div className={detail.weights.length > 0 ? styles.two : styles.one}>
          {detail.weights.length > 0 ? (
            <WeightPanel detail={detail} now={now} />
          ) : null}
          <Pods detail={detail} />
        </div>
      ) : null}
      {detail.revisions.length > 0 ? (
        <History revisions={detail.revisions} environment={place.environment} />
      ) : null}
    </>
  );
}

/** Steps, pods or runs: what there is to see of its kind. */
function Body(props: { detail: RolloutDetail; environment: string }) {
  const { detail, environment } = props;
  const { kind, job, message, status } = detail;
  if (job) {
    return (
      <>
        <JobRuns detail={detail} job={job} environment={environment} />
        {detail.pods.length > 0 ? <PodGroups detail={detail} /> : null}
      </>
    );
  }
  return (
    <>
      {message && !FINE.includes(status.tone) ? (
        <Fact tone={status.tone}>{message}</Fact>
      ) : null}
      {kind === 'Rollout' ? (
        <StepRail steps={detail.steps} />
      ) : (
        <PodGroups detail={detail} />
      )}
    </>
  );
}

function Title(props: WorkloadProps) {
  const t = useT();
  const { kind, stable, canary } = props.detail;
  const { environment } = props.place;
  if (stable && canary) {
    return t('rollouts.title.moving', {
      kind,
      environment,
      stable: stable.text,
      next: canary.text,
    });
  }
  const only = stable ?? canary;
  return only
    ? t('rollouts.title.still', { kind, environment, stable: only.text })
    : t('rollouts.title.unknown', { kind, environment });
}
