import type { RenderedEnvironment } from '../../types';
import { ingressesOf } from '../exposure/entries';
import { at, listAt } from '../kube';
import { error, type Outcome, type Rule } from '../rule';
import { type Strategy, strategiesOf } from './strategy';

/** For ingress-nginx the controller copies an Ingress of the stable version, so it must be named, exist and lead there. */
export const PD03: Rule = {
  id: 'PD03',
  title:
    'A canary behind ingress-nginx names the Ingress of its stable version',
  *check({ environments }) {
    for (const environment of environments) {
      for (const strategy of strategiesOf(environment)) {
        yield* judge(strategy, environment);
      }
    }
  },
};

function* judge(
  { rollout, canary, trafficRouting }: Strategy,
  environment: RenderedEnvironment,
): Iterable<Outcome> {
  const nginx = at(trafficRouting, 'nginx');
  if (nginx === undefined) return;
  const words = {
    path: 'deploy/base/rollout.yaml#/spec/strategy/canary/trafficRouting/nginx',
    environments: [environment.environment],
  };
  const one = at(nginx, 'stableIngress') || undefined;
  const many = listAt(nginx, 'stableIngresses');
  if ((one !== undefined) === many.length > 0) {
    yield error({
      ...words,
      message: `Rollout ${rollout} names ${
        one === undefined
          ? 'no Ingress of its stable version'
          : 'its Ingress in stableIngress and in stableIngresses'
      }, and the controller refuses it (InvalidSpec).`,
      fix: `Set stableIngress alone, for example to ${rollout}.`,
    });
    return;
  }
  const stable = at(canary, 'stableService');
  for (const name of one === undefined ? many : [one]) {
    const ingress = ingressesOf(environment).find(
      ({ object }) => object.metadata.name === name,
    );
    if (ingress?.rules.some(services => services.includes(stable))) continue;
    yield error({
      ...words,
      message: ingress
        ? `Ingress ${name} has no rule that leads to ${stable}, so Rollout ${rollout} has nothing to divide and the controller refuses it (InvalidSpec).`
        : `Rollout ${rollout} divides requests of Ingress ${name}, which does not exist.`,
      fix: `Let the Ingress lead to ${stable}; the controller makes a second one for the new version.`,
    });
  }
}
