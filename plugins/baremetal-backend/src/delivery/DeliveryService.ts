import {
  summarizeRollouts,
  toRolloutDetails,
  type RolloutColumn,
  type ServiceRollouts,
} from '@baremetal/backstage-plugin-baremetal-common';
import type {
  ClusterReader,
  ClusterReaders,
  ServicePlace,
  ServiceTarget,
} from '@baremetal/backstage-plugin-baremetal-node';
import { notConnected } from '../cluster/joinRows';
import { readDeliveryRows } from './deliveryRows';

export interface DeliveryServiceOptions {
  readonly readers: ClusterReaders;
  /** Node label whose value is the power domain. */
  readonly domainLabel: string;
  readonly simulated: boolean;
  readonly now: () => Date;
}

/** How the rollouts of a service go, on every cluster, from memory. */
export class DeliveryService {
  readonly #options: DeliveryServiceOptions;

  constructor(options: DeliveryServiceOptions) {
    this.#options = options;
  }

  rollouts(target: ServiceTarget): ServiceRollouts {
    const now = this.#options.now();
    const environments = target.environments.map(place =>
      this.column(place, target),
    );
    return {
      service: target.identity,
      verdict: summarizeRollouts(environments, now),
      environments,
      simulated: this.#options.simulated,
      answeredAt: now.toISOString(),
    };
  }

  /** What one cluster says; a cluster that fails is a value. */
  column(place: ServicePlace, { identity }: ServiceTarget): RolloutColumn {
    const { environment, cluster } = place;
    const reader = this.#options.readers.get(cluster);
    if (!reader) {
      return { environment, cluster, reading: notConnected(cluster) };
    }
    const known = readDeliveryRows(reader, place, {
      kubernetesId: identity.kubernetesId,
      domainOf: this.#domains(reader),
    });
    if (!known.known) {
      const { problem } = known;
      return { environment, cluster, reading: { cluster, ok: false, problem } };
    }
    const { rows, problems, observedAt, lost } = known.value;
    return {
      environment,
      cluster,
      reading: {
        cluster,
        ok: true,
        value: toRolloutDetails(rows, this.#options.now()),
        observedAt,
        ...(lost && { lost }),
      },
      ...(problems.length > 0 && { problems }),
    };
  }

  #domains(reader: ClusterReader): (node: string) => string | undefined {
    const { domainLabel } = this.#options;
    const nodes = reader.read('nodes');
    const domains = new Map(
      nodes.known
        ? nodes.value.items.map(node => [node.name, node.labels[domainLabel]])
        : [],
    );
    return node => domains.get(node);
  }
}
