import { LABELS } from '../../constants';
import type { RenderedEnvironment } from '../../types';
import { at, ofKind, workloadsOf } from '../kube';
import { error, type Outcome, type Rule } from '../rule';
import { type Strategy, strategiesOf } from './strategy';

const FIELDS = [
  ['canary', 'stableService'],
  ['canary', 'canaryService'],
  ['blueGreen', 'activeService'],
  ['blueGreen', 'previewService'],
] as const;

/** What the controller writes on a Service that it points at versions: the Rollout's name. */
const MANAGED_BY = 'argo-rollouts.argoproj.io/managed-by-rollouts';

/** The controller narrows a Service to one version; it must exist, fit the pods, and be nobody else's. */
export const PD12: Rule = {
  id: 'PD12',
  title: 'Services of a Rollout select its pods',
  *check({ environments }) {
    for (const environment of environments) {
      for (const strategy of strategiesOf(environment)) {
        yield* judge(strategy, environment);
      }
    }
  },
};

function* judge(
  strategy: Strategy,
  environment: RenderedEnvironment,
): Iterable<Outcome> {
  const { rollout } = strategy;
  const podLabels =
    workloadsOf(environment).find(
      ({ kind, name }) => kind === 'Rollout' && name === rollout,
    )?.podLabels ?? {};
  for (const [kind, field] of FIELDS) {
    const name = at(strategy[kind], field);
    if (name === undefined) continue;
    const message = wrongWith(String(name), {
      rollout,
      podLabels,
      environment,
    });
    if (message === undefined) continue;
    yield error({
      path: `deploy/base/rollout.yaml#/spec/strategy/${kind}/${field}`,
      message: `${message}, and the controller refuses it (InvalidSpec).`,
      fix: `Use a Service of this Rollout alone, with a selector of ${
        Object.keys(podLabels).slice(0, 2).join(' and ') || 'its labels'
      }.`,
      environments: [environment.environment],
    });
  }
}

function wrongWith(
  name: string,
  of: {
    readonly rollout: string;
    readonly podLabels: Readonly<Record<string, string>>;
    readonly environment: RenderedEnvironment;
  },
): string | undefined {
  const { rollout, podLabels, environment } = of;
  const service = ofKind(environment, 'Service').find(
    ({ metadata }) => metadata.name === name,
  );
  if (service === undefined) {
    return `Rollout ${rollout} names the Service ${name}, which does not exist`;
  }
  const owner = service.metadata.annotations?.[MANAGED_BY];
  if (owner !== undefined && owner !== rollout) {
    return `Service ${name} belongs to the Rollout ${owner} and is named by ${rollout}`;
  }
  const selector = (at(service, 'spec', 'selector') ?? {}) as object;
  const odd = Object.entries(selector).find(
    ([label, value]) =>
      label !== LABELS.rolloutHash && podLabels[label] !== value,
  );
  return (
    odd &&
    `Service ${name} selects ${odd[0]}=${odd[1]}, which the pods of Rollout ${rollout} do not carry`
  );
}
