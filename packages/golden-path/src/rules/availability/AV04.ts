import { LABELS } from '../../constants';
import { hardwareIn } from '../../live';
import { surgeOf } from '../../podsAtPeak';
import { at, listAt, matches, type Workload, workloadsOf } from '../kube';
import { type Strategy, strategiesOf } from '../delivery/strategy';
import { error, notChecked, type Outcome, type Rule } from '../rule';

/** Pods that may not share a node need a node each, and one more for each that a new version adds. */
export const AV04: Rule = {
  id: 'AV04',
  title: 'Pods that must be apart have a node each, surge included',
  *check({ spec, live, environments }) {
    for (const environment of environments) {
      const { environment: name } = environment;
      for (const strategy of strategiesOf(environment)) {
        yield* judgeStrategy(strategy, name);
      }
      for (const workload of workloadsOf(environment)) {
        if (!mustBeApart(workload)) continue;
        const nodes = hardwareIn(live, name, spec.hardwareClass).least?.nodes;
        if (nodes === undefined) {
          yield notChecked('no cluster was asked how many nodes it has');
          continue;
        }
        const { replicas, kind } = workload;
        const surge = surgeAtOnce(workload);
        if (replicas + surge <= nodes) continue;
        yield error({
          path: `deploy/overlays/${name}`,
          message: `${kind} ${
            workload.name
          } allows one of its pods per node (required anti-affinity), and has ${replicas} pods${
            surge > 0 ? ` and ${surge} more while it changes` : ''
          }: ${spec.hardwareClass} in ${name} has ${nodes} ${
            nodes === 1 ? 'node' : 'nodes'
          }, so pods stay pending and no version arrives.`,
          fix: 'Remove the anti-affinity: the spread over power domains and nodes is there already, and gives way (ScheduleAnyway).',
          environments: [name],
        });
      }
    }
  },
};

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

/** What a Rollout itself says about the pods of its two versions. */
function* judgeStrategy(
  { rollout, canary, blueGreen }: Strategy,
  environment: string,
): Iterable<Outcome> {
  for (const [kind, strategy] of Object.entries({ canary, blueGreen })) {
    const apart = at(strategy, 'antiAffinity');
    if (apart === undefined) continue;
    const preferred = at(apart, PREFERRED);
    const isOne =
      (preferred === undefined) !== (at(apart, REQUIRED) === undefined);
    const weight = Number(at(preferred, 'weight') ?? 0);
    if (isOne && (preferred === undefined || (weight >= 1 && weight <= 100))) {
      continue;
    }
    yield error({
      path: `deploy/base/rollout.yaml#/spec/strategy/${kind}/antiAffinity`,
      message: `Rollout ${rollout} keeps its versions apart ${
        isOne
          ? `with the weight ${weight}`
          : 'neither strictly nor where possible, or in both ways'
      }, and the controller refuses it (InvalidSpec).`,
      fix: `Keep one of ${REQUIRED} and ${PREFERRED}, the latter with a weight from 1 to 100.`,
      environments: [environment],
    });
  }
}

function mustBeApart({ pod, podLabels }: Workload): boolean {
  return listAt(
    pod,
    'affinity',
    'podAntiAffinity',
    'requiredDuringSchedulingIgnoredDuringExecution',
  ).some(
    term =>
      at(term, 'topologyKey') === LABELS.hostname &&
      // With the hash of a version among its keys it keeps the pods of one version apart, and not the two versions.
      listAt(term, 'matchLabelKeys').length === 0 &&
      matches(at(term, 'labelSelector'), podLabels),
  );
}

/** Pods without which the change does not go on: none where an old one may end first. */
function surgeAtOnce({ object, kind, replicas }: Workload): number {
  if (at(object, 'spec', 'strategy', 'blueGreen') !== undefined) {
    return replicas;
  }
  const limits =
    kind === 'Rollout'
      ? at(object, 'spec', 'strategy', 'canary')
      : at(object, 'spec', 'strategy', 'rollingUpdate');
  const gives = at(limits, 'maxUnavailable') ?? '25%';
  const adds = at(limits, 'maxSurge') ?? '25%';
  const mayEndFirst = gives !== 0 && gives !== '0' && gives !== '0%';
  return kind === 'StatefulSet' ||
    mayEndFirst ||
    (typeof adds !== 'number' && typeof adds !== 'string')
    ? 0
    : surgeOf(adds, replicas);
}
