import { listWords } from '@baremetal/backstage-plugin-baremetal-common';
import {
  MINUTES_WITHOUT_DECISION,
  waitsForPerson,
} from '../../manifests/strategy/strategyPatches';
import { isProduction } from '../../spec/production';
import { at } from '../kube';
import { resolved, type Rule, warning } from '../rule';
import { type Strategy, strategiesOf } from './strategy';

/** Where nobody is meant to decide, a version that waits for a person waits until somebody stumbles over it. */
export const PD15: Rule = {
  id: 'PD15',
  title: 'Only production waits for a person',
  *check({ spec, platform, environments }) {
    for (const environment of environments) {
      const { environment: name } = environment;
      if (isProduction(name, platform)) continue;
      for (const strategy of strategiesOf(environment)) {
        for (const { path, what } of decisionsOf(strategy)) {
          yield warning({
            path: path ?? `deploy/overlays/${name}`,
            message: `${what} waits until a person promotes it, outside production too: it is easily forgotten there, and the next promotion waits behind it.`,
            fix: 'Give it a time (pause: {duration: 5m}; autoPromotionSeconds for blue/green), or accept that somebody has to promote each version in each environment.',
            environments: [name],
          });
        }
      }
    }
    const others = spec.environments
      .map(({ name }) => name)
      .filter(name => !isProduction(name, platform));
    if (waitsForPerson(spec) && others.length > 0) {
      yield resolved(
        `A person decides in production only: in ${listWords(
          others,
        )} the new version takes over by itself after ${MINUTES_WITHOUT_DECISION} minutes.`,
      );
    }
  },
};

function decisionsOf({ rollout, steps, blueGreen }: Strategy) {
  const pauses = steps.flatMap((step, index) => {
    const pause = at(step, 'pause');
    return pause === undefined || at(pause, 'duration') !== undefined
      ? []
      : [
          {
            path: `delivery.steps.${index}`,
            what: `Step ${index + 1} of Rollout ${rollout}`,
          },
        ];
  });
  return at(blueGreen, 'autoPromotionEnabled') === false &&
    !at(blueGreen, 'autoPromotionSeconds')
    ? [...pauses, { path: undefined, what: `The switch of Rollout ${rollout}` }]
    : pauses;
}
