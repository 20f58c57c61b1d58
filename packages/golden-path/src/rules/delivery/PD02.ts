import { at } from '../kube';
import { error, type Rule } from '../rule';
import { strategiesOf } from './strategy';

/** A router splits traffic between two Services; with one, or none, there is nothing to split. */
export const PD02: Rule = {
  id: 'PD02',
  title: 'Traffic routing has a stable and a canary Service',
  *check({ environments }) {
    for (const environment of environments) {
      for (const { rollout, canary, trafficRouting } of strategiesOf(
        environment,
      )) {
        const stable = at(canary, 'stableService');
        const next = at(canary, 'canaryService');
        const isSplit = Boolean(stable) && Boolean(next) && stable !== next;
        const isOneTwice = Boolean(stable) && stable === next;
        if (isSplit || (trafficRouting === undefined && !isOneTwice)) continue;
        // Of a plugin the controller does not know which Services it needs.
        const isRefused =
          isOneTwice || at(trafficRouting, 'plugins') === undefined;
        yield error({
          path: 'deploy/base/rollout.yaml#/spec/strategy/canary',
          message: `Rollout ${rollout} ${
            isOneTwice
              ? `names ${stable} as its stable and as its canary Service`
              : 'routes traffic without both a stable and a canary Service'
          }, so traffic cannot be split${
            isRefused ? ' and the controller refuses it (InvalidSpec)' : ''
          }.`,
          fix: `Set stableService and canaryService to two Services, for example ${rollout}-stable and ${rollout}-canary.`,
          environments: [environment.environment],
        });
      }
    }
  },
};
