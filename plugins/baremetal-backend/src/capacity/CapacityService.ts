import {
  capacityLine,
  summarizeCapacity,
  toCapacityDetail,
  type CapacityColumn,
  type CapacityDetail,
  type FitAnswer,
  type FitQuestion,
  type Known,
  type NodeLabels,
  type ServiceCapacity,
  type TwoLines,
} from '@baremetal/backstage-plugin-baremetal-common';
import type {
  ClusterReader,
  ClusterReaders,
  ServicePlace,
  ServiceTarget,
} from '@baremetal/backstage-plugin-baremetal-node';
import { notConnected } from '../cluster/joinRows';
import { answerFit, type FitOptions } from './answerFit';
import { PackMemory } from './PackMemory';

export interface CapacityServiceOptions extends FitOptions {
  readonly readers: ClusterReaders;
  readonly labels: NodeLabels;
  readonly simulated: boolean;
  readonly now: () => Date;
  /** Milliseconds since some moment: how long the arithmetic took is shown. */
  readonly elapsed: () => number;
}

interface KeptDetail {
  readonly revision: number;
  readonly detail: CapacityDetail | undefined;
}

/** How many more pods fit, for a service and for what is not yet there. Computed from memory, and kept while nothing changes. */
export class CapacityService {
  readonly #options: CapacityServiceOptions;
  readonly #memory: PackMemory;
  readonly #details = new Map<string, KeptDetail>();

  constructor(options: CapacityServiceOptions) {
    this.#options = options;
    this.#memory = new PackMemory(options.labels);
  }

  capacity(target: ServiceTarget): ServiceCapacity {
    const { now, elapsed, simulated } = this.#options;
    const before = elapsed();
    const weighed = target.environments.map(place => ({
      column: this.#column(place, target),
      production: place.production,
    }));
    return {
      service: target.identity,
      verdict: summarizeCapacity(weighed),
      environments: weighed.map(({ column }) => column),
      computedInMs: Math.round(elapsed() - before),
      simulated,
      answeredAt: now().toISOString(),
    };
  }

  /** The capacity line of an environment's column. */
  line(place: ServicePlace, target: ServiceTarget): Known<TwoLines> {
    const { reading } = this.#column(place, target);
    if (!reading.ok) {
      return { known: false, problem: reading.problem };
    }
    return {
      known: true,
      value: reading.value
        ? capacityLine(reading.value)
        : { tone: 'unknown', value: 'Room unknown', note: 'no pod runs yet' },
    };
  }

  /** How many pods of a size fit into each hardware class, and where claims can be placed. */
  fit(question: FitQuestion): FitAnswer {
    return answerFit(question, this.#options, {
      packed: reader => this.#memory.of(reader),
      readers: this.#options.readers,
    });
  }

  #column(place: ServicePlace, target: ServiceTarget): CapacityColumn {
    const { environment, cluster } = place;
    const reader = this.#options.readers.get(cluster);
    if (!reader) {
      return { environment, cluster, reading: notConnected(cluster) };
    }
    const packed = this.#memory.of(reader);
    if (!packed.known) {
      const { problem } = packed;
      return { environment, cluster, reading: { cluster, ok: false, problem } };
    }
    const { observedAt, lost } = packed.value;
    return {
      environment,
      cluster,
      reading: {
        cluster,
        ok: true,
        value: this.#detail(reader, place, target),
        observedAt,
        ...(lost && { lost }),
      },
    };
  }

  #detail(
    reader: ClusterReader,
    { cluster, namespace }: ServicePlace,
    { identity: { kubernetesId } }: ServiceTarget,
  ): CapacityDetail | undefined {
    const key = JSON.stringify([cluster, namespace, kubernetesId]);
    const revision = reader.revision(
      'nodes',
      'pods',
      'volumes',
      'rollouts',
      'replicaSets',
      'budgets',
      'cronJobs',
    );
    const kept = this.#details.get(key);
    if (kept?.revision === revision) {
      return kept.detail;
    }
    const detail = this.#compute(reader, namespace, kubernetesId);
    this.#details.set(key, { revision, detail });
    return detail;
  }

  #compute(
    reader: ClusterReader,
    namespace: string,
    kubernetesId: string,
  ): CapacityDetail | undefined {
    const packed = this.#memory.of(reader);
    const service = { by: 'service', value: kubernetesId } as const;
    const here = { by: 'namespace', value: namespace } as const;
    const pods = reader.read('pods', service);
    if (!packed.known || !pods.known) {
      return undefined;
    }
    const inNamespace = <Row extends { readonly namespace: string }>(
      rows: Known<{ readonly items: readonly Row[] }>,
    ): readonly Row[] =>
      rows.known
        ? rows.value.items.filter(row => row.namespace === namespace)
        : [];
    const budgets = reader.read('budgets', here);
    return toCapacityDetail(packed.value.base, {
      pods: inNamespace(pods),
      rollouts: inNamespace(reader.read('rollouts', service)),
      replicaSets: inNamespace(reader.read('replicaSets', here)),
      cronJobs: inNamespace(reader.read('cronJobs', service)),
      budgets: budgets.known ? budgets.value.items : undefined,
    });
  }
}
