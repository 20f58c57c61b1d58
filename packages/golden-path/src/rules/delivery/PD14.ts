import { resolved, type Rule, warning } from '../rule';
import { strategiesOf } from './strategy';

/** A worker takes work by itself: no router and no share of pods decides which version gets it. */
export const PD14: Rule = {
  id: 'PD14',
  title: 'A worker is replaced pod by pod, not by a canary',
  *check({ spec, environments }) {
    if (spec.archetype !== 'worker') return;
    for (const environment of environments) {
      for (const { rollout, steps } of strategiesOf(environment)) {
        if (steps.length === 0) continue;
        yield warning({
          path: `deploy/overlays/${environment.environment}`,
          message: `Rollout ${rollout} brings new versions of a worker by a canary. Its pods take work from the queue by themselves, so a weight of 20 % says nothing about how much of it the new version gets.`,
          fix: 'Use a Deployment, scaled by the length of the queue.',
          environments: [environment.environment],
        });
      }
    }
    if (spec.delivery.strategy !== 'rolling') {
      yield resolved(
        'A worker has no requests to divide between two versions: a new version replaces one pod after the other, and steps and analysis are not used.',
      );
    }
  },
};
