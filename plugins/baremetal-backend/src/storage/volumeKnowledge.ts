import {
  withNodeTaints,
  type Known,
  type VolumeKnowledge,
  type VolumeObservation,
} from '@baremetal/backstage-plugin-baremetal-common';
import type {
  ClusterReader,
  Rows,
  StorageBackend,
} from '@baremetal/backstage-plugin-baremetal-node';
import type { ServiceClaim, ServiceClaims } from './claimsOf';

/** What the storage backends remember of the volumes of some claims. */
export interface StorageKnowledge {
  of(claim: ServiceClaim): VolumeKnowledge;
  /** How old the answers of the backends are. */
  readonly observedAt: readonly string[];
}

/** Asks each backend once for all volumes of its drivers. */
export function askBackends(
  reader: ClusterReader,
  backends: readonly StorageBackend[],
  options: {
    readonly claims: ServiceClaims;
    readonly taintsOf: (node: string) => readonly string[];
  },
): StorageKnowledge {
  const { claims, taintsOf } = options;
  const answers = new Map<StorageBackend, Known<Rows<VolumeObservation>>>();
  for (const backend of backends) {
    const handles = claims.claims.flatMap(({ volume }) =>
      volume?.csi && backend.provisioners.includes(volume.csi.driver)
        ? [volume.csi.handle]
        : [],
    );
    if (handles.length > 0) {
      answers.set(backend, backend.observeVolumes(reader, { handles }));
    }
  }
  const backendOf = (driver: string) =>
    backends.find(({ provisioners }) => provisioners.includes(driver));
  return {
    of: claim => {
      const { volume, row } = claim;
      if (row.volume === undefined || row.phase !== 'Bound') {
        return { state: 'unbound' };
      }
      if (claims.volumesHidden !== undefined) {
        return { state: 'hidden', message: claims.volumesHidden };
      }
      if (!volume) {
        return { state: 'notAsked' };
      }
      const driver = volume.csi?.driver ?? 'a volume without a CSI driver';
      const backend = backendOf(driver);
      const answer = backend && answers.get(backend);
      return answer
        ? fromAnswer(answer, volume, taintsOf)
        : { state: 'foreign', driver };
    },
    observedAt: [...answers.values()].flatMap(answer =>
      answer.known ? [answer.value.observedAt] : [],
    ),
  };
}

function fromAnswer(
  answer: Known<Rows<VolumeObservation>>,
  { csi, createdAt }: NonNullable<ServiceClaim['volume']>,
  taintsOf: (node: string) => readonly string[],
): VolumeKnowledge {
  if (!answer.known) {
    const { kind, message } = answer.problem;
    return { state: kind === 'notInstalled' ? 'hidden' : 'silent', message };
  }
  const { items, observedAt, lost } = answer.value;
  const volume = items.find(({ handle }) => handle === csi?.handle);
  if (!volume) {
    const younger = createdAt !== undefined && createdAt > observedAt;
    return { state: younger ? 'notAsked' : 'notReported' };
  }
  return {
    state: 'observed',
    volume: withNodeTaints(volume, taintsOf),
    lost: lost && { since: lost.since, message: lost.problem.message },
  };
}
