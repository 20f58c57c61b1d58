import type {
  LinkObservation,
  ReplicaObservation,
  VolumeObservation,
} from './observation';

/**
 * Carries over since when things have been as they are.
 *
 * Storage systems report the present only. What did not change from one look to the next keeps its time; what is new
 * starts now, so that no time is ever earlier than somebody looked.
 *
 * @param previous - the look before; absent at the first one
 * @param observedAt - when the new look happened, ISO 8601
 */
export function observedSince(
  previous: VolumeObservation | undefined,
  current: VolumeObservation,
  observedAt: string,
): VolumeObservation {
  return {
    ...current,
    replicas: current.replicas.map(replica => {
      const before = previous?.replicas.find(
        ({ node }) => node === replica.node,
      );
      return {
        ...replica,
        unchangedSince: unchangedSince(before, replica, observedAt),
        links: replica.links.map(link => linkSince(before, link, observedAt)),
      };
    }),
  };
}

function unchangedSince(
  before: ReplicaObservation | undefined,
  now: ReplicaObservation,
  observedAt: string,
): string {
  const same = before?.disk === now.disk && before.percent === now.percent;
  return (same ? before.unchangedSince : undefined) ?? observedAt;
}

function linkSince(
  before: ReplicaObservation | undefined,
  link: LinkObservation,
  observedAt: string,
): LinkObservation {
  const old = before?.links.find(({ peer }) => peer === link.peer);
  const same = old?.state === link.state;
  return { ...link, since: (same ? old.since : undefined) ?? observedAt };
}
