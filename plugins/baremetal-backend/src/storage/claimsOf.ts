import type {
  ClaimFacts,
  ClaimRow,
  Known,
  Lost,
  PodRow,
  StorageClassRow,
  VolumeRow,
} from '@baremetal/backstage-plugin-baremetal-common';
import type {
  ClusterReader,
  Rows,
  ServicePlace,
} from '@baremetal/backstage-plugin-baremetal-node';

/** A claim of a service, with what Kubernetes knows around it. */
export interface ServiceClaim {
  readonly row: ClaimRow;
  readonly facts: ClaimFacts;
  /** Names of pods that mount it. */
  readonly pods: readonly string[];
  /** Absent when it is not bound, or not there yet. */
  readonly volume?: VolumeRow;
}

/** Claims of one service in one place, and how old that knowledge is. */
export interface ServiceClaims {
  readonly claims: readonly ServiceClaim[];
  /** The cluster does not let volumes be read, or did not answer. */
  readonly volumesHidden?: string;
  readonly observedAt: string;
  readonly lost?: Lost;
}

/** Claims that carry the service's label or are mounted by its pods, mounted or not. */
export function claimsOf(
  reader: ClusterReader,
  place: ServicePlace,
  kubernetesId: string,
): Known<ServiceClaims> {
  const here = { by: 'namespace', value: place.namespace } as const;
  const claims = reader.read('claims', here);
  if (!claims.known) {
    return claims;
  }
  const pods = reader.read('pods', here);
  const volumes = reader.read('volumes');
  const classes = itemsOf(reader.read('storageClasses'));
  const own = itemsOf(pods).filter(pod => pod.kubernetesId === kubernetesId);
  const mounted = new Set(own.flatMap(pod => pod.claims));
  const rows = claims.value.items
    .filter(row => row.kubernetesId === kubernetesId || mounted.has(row.name))
    .sort((a, b) => a.name.localeCompare(b.name));
  const names = new Set(rows.map(({ volume }) => volume));
  const bound = new Map(
    itemsOf(volumes)
      .filter(({ name }) => names.has(name))
      .map(volume => [volume.name, volume]),
  );
  const parts = [claims, pods, volumes].filter(part => part.known);
  return {
    known: true,
    value: {
      claims: rows.map(row => toClaim(row, { pods: own, classes, bound })),
      volumesHidden: volumes.known ? undefined : volumes.problem.message,
      observedAt: oldest(parts.map(part => part.value.observedAt)),
      lost: parts.find(part => part.value.lost)?.value.lost,
    },
  };
}

function itemsOf<Row>(rows: Known<Rows<Row>>): readonly Row[] {
  return rows.known ? rows.value.items : [];
}

/** The oldest of times in ISO 8601, which sort as text. */
export function oldest(times: readonly string[]): string {
  return [...times].sort()[0] ?? '';
}

function toClaim(
  row: ClaimRow,
  {
    pods,
    classes,
    bound,
  }: {
    readonly pods: readonly PodRow[];
    readonly classes: readonly StorageClassRow[];
    readonly bound: ReadonlyMap<string, VolumeRow>;
  },
): ServiceClaim {
  const users = pods.filter(pod => pod.claims.includes(row.name));
  const storageClass = classes.find(({ name }) => name === row.storageClass);
  return {
    row,
    pods: users.map(({ name }) => name).sort(),
    volume: row.volume === undefined ? undefined : bound.get(row.volume),
    facts: {
      name: row.name,
      phase: row.phase,
      requestedBytes: row.requestedBytes,
      actualBytes: row.actualBytes,
      resizeStatus: row.resizeStatus,
      createdAt: row.createdAt,
      waitsForConsumer:
        users.length === 0 && storageClass?.waitsForConsumer !== false,
      sharedBlock:
        row.volumeMode === 'Block' && row.accessModes.includes('ReadWriteMany'),
    },
  };
}
