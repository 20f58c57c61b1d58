import { WAVES } from '../../constants';
import { keepsStore } from '../../spec/data';
import { podMakersOf } from '../kube';
import { error, resolved, type Rule } from '../rule';
import { needsOf } from './needs';
import { comesAfter, isHook, type Place, placeOf } from './places';

/** A hook that waits for what the sync makes only after it waits for ever: on the first sync nothing is there yet. */
export const GO03: Rule = {
  id: 'GO03',
  title: 'A hook needs nothing that the same sync makes after it',
  *check({ spec, environments }) {
    for (const environment of environments) {
      for (const workload of podMakersOf(environment)) {
        const hook = placeOf(workload.object);
        if (!isHook(workload.object) || hook === undefined) continue;
        for (const { words, object } of needsOf(workload, environment)) {
          const place = placeOf(object);
          if (place === undefined || !comesAfter(place, hook)) continue;
          yield error({
            path: `deploy/overlays/${environment.environment}`,
            message: `${workload.kind} ${workload.name} runs in ${wordsOf(
              hook,
            )} and needs ${words}, which is made in ${wordsOf(
              place,
            )}: the first sync never gets that far.`,
            fix: `Make it a Sync hook in a wave between what it needs and the workload, as generated (wave ${WAVES.migration}).`,
            environments: [environment.environment],
          });
        }
      }
    }
    if (spec.migration !== undefined) {
      yield resolved(
        `The migration runs as a Sync hook in wave ${
          WAVES.migration
        }: after its settings and its identity${
          keepsStore(spec) ? ', after the store answers' : ''
        }, and before the new version starts.`,
      );
    }
  },
};

function wordsOf({ phase, wave }: Place): string {
  return `wave ${wave} of ${phase}`;
}
