import type { PodRow, VolumeRow } from '../kube';
import { acceptsByLabels } from './matching';
import type { PackNode, PackPod } from './snapshot';
import { ANYWHERE, type SchedulingTerms } from './terms';

type Reach = Pick<PackPod, 'terms' | 'reachableFrom'>;

/**
 * Where the volumes of a pod let it run: copies on some nodes only, without
 * access from afar, tie it to those.
 *
 * @param volumes - `undefined` when they could not be read; where pods that
 * mount any may go is then unknown
 */
export function volumeReach(
  nodes: readonly PackNode[],
  volumes: readonly VolumeRow[] | undefined,
): (pod: PodRow) => Reach {
  const byClaim = new Map(
    (volumes ?? []).flatMap(({ claim, nodeTerms }) =>
      claim && nodeTerms && nodeTerms.length > 0
        ? [[keyOf(claim.namespace, claim.name), nodeTerms] as const]
        : [],
    ),
  );
  const unknownReach = new Map<SchedulingTerms, SchedulingTerms>();

  return ({ namespace, claims, terms }) => {
    if (claims.length > 0 && volumes === undefined) {
      const unknown = unknownReach.get(terms) ?? withoutReach(terms);
      // Kept, so that pods of one template go on sharing their terms.
      unknownReach.set(terms, unknown);
      return { terms: unknown };
    }
    const bounds = claims.flatMap(claim => {
      const nodeTerms = byClaim.get(keyOf(namespace, claim));
      return nodeTerms ? [{ ...ANYWHERE, nodeTerms }] : [];
    });
    return bounds.length === 0
      ? { terms }
      : {
          terms,
          reachableFrom: nodes
            .filter(node => bounds.every(bound => acceptsByLabels(bound, node)))
            .map(({ name }) => name),
        };
  };
}

function withoutReach(terms: SchedulingTerms): SchedulingTerms {
  return {
    ...terms,
    unsupported: [
      ...terms.unsupported,
      'it is unknown which nodes its volumes can be reached from',
    ],
  };
}

function keyOf(namespace: string, name: string): string {
  return `${namespace}/${name}`;
}
