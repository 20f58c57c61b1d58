import type { LossOutcome, ReplicaView } from '../wire/storageView';
import type { VolumeObservation } from './observation';
import { whatIfLost, type LossFacts } from './whatIfLost';
import { distinct } from './words';

/** What happens when any one node that takes part in the volume goes, and any one power domain. */
export function lossOutcomes(
  volume: VolumeObservation,
  replicas: readonly ReplicaView[],
): LossOutcome[] {
  const nodes = replicas.map(({ node }) => node);
  const domains = distinct(
    replicas.flatMap(({ domain }) => (domain === undefined ? [] : [domain])),
  ).sort();
  return [
    ...nodes.map(lost => ({ lost, kind: 'node', nodes: [lost] } as const)),
    ...domains.map(lost => ({
      lost,
      kind: 'domain' as const,
      nodes: replicas
        .filter(({ domain }) => domain === lost)
        .map(({ node }) => node),
    })),
  ].map(({ lost, kind, nodes: gone }) => {
    const { tone, answer, data, service, then } = whatIfLost(volume, gone);
    const left = remaining(replicas, gone);
    return { lost, kind, tone, answer, data, service, then, remaining: left };
  });
}

/** The members after the loss. Nobody has said any of it, so there are no raw words and no links. */
function remaining(
  replicas: readonly ReplicaView[],
  nodes: readonly string[],
): ReplicaView[] {
  return replicas.map(replica => {
    const supposed = { ...replica, raw: '', connected: undefined };
    return nodes.includes(replica.node)
      ? {
          ...supposed,
          state: 'lost',
          inUse: false,
          words: 'Lost',
          percent: undefined,
        }
      : supposed;
  });
}

/** One sentence on how much more the volume bears. */
export function survivalWords(
  volume: VolumeObservation,
): { readonly safe: boolean; readonly sentence: string } | undefined {
  const losses: LossFacts[] = volume.replicas
    .filter(({ silent }) => !silent)
    .map(({ node }) => whatIfLost(volume, [node]));
  if (losses.length < 2) {
    return undefined;
  }
  if (losses.some(({ current }) => current.length === 0)) {
    return {
      safe: false,
      sentence: 'Losing one node now could leave no current copy.',
    };
  }
  return losses.every(({ writable }) => writable)
    ? {
        safe: true,
        sentence: 'Losing one node now would still leave a full copy.',
      }
    : {
        safe: false,
        sentence:
          'Losing one node now would still leave a full copy, but could pause writes.',
      };
}
