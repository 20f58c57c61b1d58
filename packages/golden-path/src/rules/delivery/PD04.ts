import { dividesRequests } from '../../manifests/exposure/ways';
import { workloadKindOf } from '../../spec/workload';
import { at } from '../kube';
import { error, resolved, type Rule } from '../rule';
import { type Strategy, strategiesOf } from './strategy';

/** Without a router the number of pods is the weight, so nothing can change the one and keep the other. */
export const PD04: Rule = {
  id: 'PD04',
  title: 'Pods and requests are set apart only where a router divides requests',
  *check({ spec, environments }) {
    for (const environment of environments) {
      for (const strategy of strategiesOf(environment)) {
        for (const { field, message, fix, ending } of wrongWith(strategy)) {
          yield error({
            path: `deploy/base/rollout.yaml#/spec/strategy/canary/${field}`,
            message: `Rollout ${strategy.rollout} ${message}, and ${
              ending ?? 'the controller refuses it (InvalidSpec)'
            }.`,
            fix,
            environments: [environment.environment],
          });
        }
      }
    }
    if (
      spec.delivery.dynamicStableScale &&
      workloadKindOf(spec) === 'Rollout' &&
      spec.delivery.strategy !== 'blueGreen' &&
      !dividesRequests(spec)
    ) {
      yield resolved(
        'dynamicStableScale is left out: without a router the old version shrinks by itself as the new one grows.',
      );
    }
  },
};

interface Wrong {
  readonly field: string;
  readonly message: string;
  readonly fix: string;
  /** What comes of it, where the controller does not refuse it. */
  readonly ending?: string;
}

/** Only they can let two Services take turns at being the stable one. */
const WITH_TURNS = ['alb', 'istio', 'plugins'];

function wrongWith(strategy: Strategy): Wrong[] {
  const { canary, trafficRouting } = strategy;
  const takesTurns = at(canary, 'pingPong') !== undefined;
  const isAble = WITH_TURNS.some(
    router => at(trafficRouting, router) !== undefined,
  );
  return [
    ...wrongSizes(strategy),
    ...(takesTurns && !isAble
      ? [
          {
            field: 'pingPong',
            message: `lets two Services take turns (pingPong) and has ${
              trafficRouting === undefined
                ? 'no router'
                : 'a router that cannot do that'
            }`,
            fix: 'Remove it: stableService and canaryService are enough.',
            ...(trafficRouting === undefined && {
              ending: 'the controller overlooks that',
            }),
          },
        ]
      : []),
  ];
}

function wrongSizes({ canary, steps, trafficRouting }: Strategy): Wrong[] {
  const delay = at(canary, 'scaleDownDelaySeconds') !== undefined;
  const shrinks = at(canary, 'dynamicStableScale') === true;
  if (trafficRouting !== undefined) {
    return delay && shrinks
      ? [
          {
            field: 'dynamicStableScale',
            message:
              'shrinks its old version on the way (dynamicStableScale) and keeps it afterwards (scaleDownDelaySeconds)',
            fix: 'Keep one of the two.',
          },
        ]
      : [];
  }
  const fix =
    'Remove it, or let a router divide the requests (trafficRouting).';
  const scaled = steps.flatMap((step, index) =>
    at(step, 'setCanaryScale') === undefined ? [] : [index],
  );
  return [
    ...scaled.map(index => ({
      field: `steps/${index}`,
      message: `has setCanaryScale in step ${index + 1} and no router`,
      fix,
    })),
    ...(delay
      ? [
          {
            field: 'scaleDownDelaySeconds',
            message: 'has scaleDownDelaySeconds and no router',
            fix,
          },
        ]
      : []),
    ...(shrinks
      ? [
          {
            field: 'dynamicStableScale',
            message: 'has dynamicStableScale and no router',
            fix,
          },
        ]
      : []),
  ];
}
