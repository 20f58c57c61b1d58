import {
  storageLine,
  summarizeStorage,
  toVolumeView,
  type Known,
  type ServiceStorage,
  type SourceAge,
  type StorageClassFit,
  type StorageColumn,
  type TwoLines,
  type VolumeView,
} from '@baremetal/backstage-plugin-baremetal-common';
import type {
  ClusterReader,
  ClusterReaders,
  Rows,
  ServicePlace,
  ServiceTarget,
  StorageBackend,
} from '@baremetal/backstage-plugin-baremetal-node';
import { notConnected } from '../cluster/joinRows';
import { claimsOf, oldest, type ServiceClaims } from './claimsOf';
import { NodeFactsMemory } from './nodeFacts';
import { askBackends } from './volumeKnowledge';

export interface StorageServiceOptions {
  readonly readers: ClusterReaders;
  readonly backends: readonly StorageBackend[];
  /** Node label whose value is the power domain. */
  readonly domainLabel: string;
  readonly simulated: boolean;
  readonly now: () => Date;
}

/** Volumes of one place, and where that knowledge comes from. */
interface PlaceVolumes {
  readonly volumes: readonly VolumeView[];
  readonly sources: readonly SourceAge[];
  readonly observedAt: string;
  readonly lost: ServiceClaims['lost'];
}

/**
 * Joins claims and volumes of Kubernetes with what storage systems say of them. Judges nothing, and asks nobody: all
 * of it is in memory.
 */
export class StorageService {
  readonly #options: StorageServiceOptions;
  readonly #nodes: NodeFactsMemory;

  constructor(options: StorageServiceOptions) {
    this.#options = options;
    this.#nodes = new NodeFactsMemory(options.domainLabel);
  }

  storage(target: ServiceTarget): ServiceStorage {
    const { now, simulated } = this.#options;
    const environments = target.environments.map(place =>
      this.#column(place, target),
    );
    return {
      service: target.identity,
      verdict: summarizeStorage(environments),
      environments,
      simulated,
      answeredAt: now().toISOString(),
    };
  }

  /** The storage line of one environment of the overview. */
  summary(place: ServicePlace, target: ServiceTarget): Known<TwoLines> {
    const reader = this.#options.readers.get(place.cluster);
    const volumes = reader
      ? this.#volumes(reader, place, target)
      : unconnected(place.cluster);
    return volumes.known
      ? { known: true, value: storageLine(volumes.value.volumes) }
      : volumes;
  }

  /** Where claims of each class could be placed now; classes that no backend knows are left out. */
  classes(cluster: string): Known<Rows<StorageClassFit>> {
    const reader = this.#options.readers.get(cluster);
    if (!reader) {
      return unconnected(cluster);
    }
    const answers = this.#options.backends.map(backend =>
      backend.observeClasses(reader),
    );
    const known = answers.filter(answer => answer.known);
    if (known.length === 0) {
      const failed = answers.find(answer => !answer.known);
      return failed && !failed.known
        ? failed
        : {
            known: false,
            problem: {
              kind: 'notInstalled',
              message: 'No storage backend is installed.',
            },
          };
    }
    return {
      known: true,
      value: {
        items: known.flatMap(({ value }) => value.items),
        observedAt: oldest(known.map(({ value }) => value.observedAt)),
        lost: known.find(({ value }) => value.lost)?.value.lost,
      },
    };
  }

  #column(place: ServicePlace, target: ServiceTarget): StorageColumn {
    const { environment, cluster } = place;
    const reader = this.#options.readers.get(cluster);
    const volumes = reader
      ? this.#volumes(reader, place, target)
      : unconnected(cluster);
    if (volumes.known) {
      const { observedAt, lost, sources } = volumes.value;
      const value = {
        volumes: { known: true, value: volumes.value.volumes } as const,
        sources,
      };
      return {
        environment,
        cluster,
        reading: { cluster, ok: true, value, observedAt, lost },
      };
    }
    return {
      environment,
      cluster,
      reading: this.#withoutClaims(volumes, reader, place),
    };
  }

  /** A kind that is forbidden leaves the cluster readable; a cluster that is silent does not. */
  #withoutClaims(
    claims: { readonly known: false } & Known<unknown>,
    reader: ClusterReader | undefined,
    { cluster, namespace }: ServicePlace,
  ): StorageColumn['reading'] {
    const { problem } = claims;
    const pods = reader?.read('pods', { by: 'namespace', value: namespace });
    if (problem.kind !== 'forbidden' || !pods?.known) {
      return { cluster, ok: false, problem };
    }
    const { observedAt, lost } = pods.value;
    const sources = [
      { source: 'Kubernetes', observedAt, problem: problem.message } as const,
    ];
    const value = { volumes: { known: false, problem } as const, sources };
    return { cluster, ok: true, value, observedAt, lost };
  }

  #volumes(
    reader: ClusterReader,
    place: ServicePlace,
    { identity }: ServiceTarget,
  ): Known<PlaceVolumes> {
    const { backends, now } = this.#options;
    const claims = claimsOf(reader, place, identity.kubernetesId);
    if (!claims.known) {
      return claims;
    }
    const { domains, taintsOf } = this.#nodes.of(reader);
    const knowledge = askBackends(reader, backends, {
      claims: claims.value,
      taintsOf,
    });
    const volumes = claims.value.claims.map(claim =>
      toVolumeView(
        {
          claim: claim.facts,
          knowledge: knowledge.of(claim),
          domains,
          now: now(),
        },
        {
          namespace: place.namespace,
          pods: claim.pods,
          storageClass: claim.row.storageClass,
        },
      ),
    );
    const { observedAt, lost } = claims.value;
    return {
      known: true,
      value: {
        volumes,
        sources: [
          {
            source: 'Kubernetes',
            observedAt,
            problem: lost?.problem.message,
          },
          ...backends.flatMap(backend => backend.sources(reader)),
        ],
        observedAt: oldest([observedAt, ...knowledge.observedAt]),
        lost,
      },
    };
  }
}

function unconnected(cluster: string) {
  return { known: false, problem: notConnected(cluster).problem } as const;
}
