import {
  TONES_BY_WEIGHT,
  type RolloutColumn,
  type ServiceRollouts,
  type Tone,
} from '@baremetal/backstage-plugin-baremetal-common';
import { Panel } from '../ui/Panel';
import { ProblemNote } from '../ui/Problem';
import { Fact } from '../ui/Status';
import { useEnvironmentChoice } from '../ui/useEnvironmentChoice';
import { useT } from '../ui/useT';
import { Verdict } from '../ui/Verdict';
import { EnvironmentStrip } from './EnvironmentStrip';
import { Workload } from './Workload';

/** The rollouts tab, drawn: verdict, all environments, then the one that is open. */
export function RolloutsView(props: { rollouts: ServiceRollouts }) {
  const { rollouts } = props;
  const chosen = useEnvironmentChoice(rollouts.environments, toneOf);
  return (
    <>
      <Verdict verdict={rollouts.verdict} simulated={rollouts.simulated} />
      <EnvironmentStrip columns={rollouts.environments} chosen={chosen} />
      {chosen ? (
        <OpenEnvironment column={chosen} now={rollouts.answeredAt} />
      ) : null}
    </>
  );
}

/** The worst tone of a column's workloads; a column that cannot be read is unknown. */
function toneOf(column: RolloutColumn): Tone {
  const tones = column.reading.ok
    ? column.reading.value.map(one => one.status.tone)
    : [];
  return TONES_BY_WEIGHT.find(tone => tones.includes(tone)) ?? 'unknown';
}

function OpenEnvironment(props: { column: RolloutColumn; now: string }) {
  const t = useT();
  const { environment, cluster, reading, problems = [] } = props.column;
  if (!reading.ok) {
    return (
      <Panel title={environment}>
        <ProblemNote problem={reading.problem} />
      </Panel>
    );
  }
  if (reading.value.length === 0) {
    return (
      <Panel title={environment}>
        {problems.map(problem => (
          <ProblemNote key={problem.message} problem={problem} />
        ))}
        <Fact tone="unknown" detail={t('rollouts.none.detail', { cluster })}>
          {t('rollouts.none.title', { environment })}
        </Fact>
      </Panel>
    );
  }
  return (
    <>
      {problems.map(problem => (
        <ProblemNote key={problem.message} problem={problem} />
      ))}
      {reading.value.map(detail => (
        <Workload
          key={`${detail.kind}/${detail.name}`}
          detail={detail}
          place={{ environment, cluster }}
          age={{ observedAt: reading.observedAt, lost: reading.lost }}
          now={props.now}
        />
      ))}
    </>
  );
}
