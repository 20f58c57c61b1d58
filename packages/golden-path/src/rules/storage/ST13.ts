import { ARGO, GUARDED } from '../../constants';
import { keepsLastingData } from '../../spec/data';
import type { Manifest } from '../../types';
import { at, claimsOf } from '../kube';
import { error, resolved, type Rule } from '../rule';

const GUARD = /\b(Prune|Delete)=(confirm|false)\b/g;

/** A claim that vanishes from Git takes its data with it, unless somebody must confirm. */
export const ST13: Rule = {
  id: 'ST13',
  title: 'Nothing with data is pruned or deleted without a confirmation',
  *check({ spec, environments }) {
    for (const environment of environments) {
      for (const { owner, lasting } of claimsOf(environment)) {
        if (!lasting) continue;
        const options = owner.metadata.annotations?.[ARGO.syncOptions] ?? '';
        const guarded = new Set(
          [...options.matchAll(GUARD)].map(([, what]) => what),
        );
        if (guarded.size === 2) continue;
        yield error({
          path: `deploy/overlays/${environment.environment}`,
          message: `Nothing keeps Argo CD from deleting ${owner.kind} ${
            owner.metadata.name
          } when it vanishes from Git, ${lossOf(owner)}.`,
          fix: `Annotate it with ${ARGO.syncOptions}: ${GUARDED}.`,
          environments: [environment.environment],
        });
      }
    }
    if (keepsLastingData(spec)) {
      yield resolved(
        'What keeps data is pruned or deleted only after somebody confirms it in Argo CD.',
      );
    }
  },
};

/** A claim takes its data with it; a StatefulSet leaves the claims that it made, unless it says otherwise. */
function lossOf(owner: Manifest): string {
  if (owner.kind === 'PersistentVolumeClaim') return 'and its data with it';
  return at(
    owner,
    'spec',
    'persistentVolumeClaimRetentionPolicy',
    'whenDeleted',
  ) === 'Delete'
    ? 'and its claims with all data'
    : 'and nobody would serve the data that it leaves behind';
}
