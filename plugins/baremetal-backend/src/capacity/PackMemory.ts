import {
  toPackBase,
  toPackSnapshot,
  type Known,
  type NodeLabels,
  type PackBase,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { ClusterReader } from '@baremetal/backstage-plugin-baremetal-node';
import { joinAges, type JoinedAge } from '../cluster/joinRows';

/** A cluster, indexed for packing, and how old that is. */
export interface PackedCluster extends JoinedAge {
  readonly base: PackBase;
  /** Grows when nodes, pods or volumes change: what was computed on the base is good until then. */
  readonly revision: number;
}

/** Keeps the index of each cluster until its nodes, pods or volumes change. */
export class PackMemory {
  readonly #labels: NodeLabels;
  readonly #kept = new Map<
    string,
    { readonly revision: number; readonly base: PackBase }
  >();

  constructor(labels: NodeLabels) {
    this.#labels = labels;
  }

  /** Unknown when nodes or pods cannot be read: room is then not zero, but unknown. */
  of(reader: ClusterReader): Known<PackedCluster> {
    const nodes = reader.read('nodes');
    if (!nodes.known) {
      return nodes;
    }
    const pods = reader.read('pods');
    if (!pods.known) {
      return pods;
    }
    const volumes = reader.read('volumes');
    const revision = reader.revision('nodes', 'pods', 'volumes');
    const kept = this.#kept.get(reader.cluster);
    const base =
      kept?.revision === revision
        ? kept.base
        : toPackBase(
            toPackSnapshot(
              {
                nodes: nodes.value.items,
                pods: pods.value.items,
                volumes: volumes.known ? volumes.value.items : undefined,
              },
              this.#labels,
            ),
          );
    this.#kept.set(reader.cluster, { revision, base });
    return {
      known: true,
      value: { base, revision, ...joinAges(nodes.value, pods.value) },
    };
  }
}
