import type { ClusterReader } from '@baremetal/backstage-plugin-baremetal-node';

/** What storage wants to know of a cluster's nodes. */
export interface NodeFacts {
  /** Power domain by node; nodes without the label are left out. */
  readonly domains: Readonly<Record<string, string>>;
  /** Keys of a node's taints. */
  readonly taintsOf: (node: string) => readonly string[];
}

/** Nodes change rarely and are many, so what follows from them is kept until they do. */
export class NodeFactsMemory {
  readonly #kept = new Map<
    string,
    { readonly revision: number; readonly facts: NodeFacts }
  >();

  constructor(readonly domainLabel: string) {}

  of(reader: ClusterReader): NodeFacts {
    const revision = reader.revision('nodes');
    const kept = this.#kept.get(reader.cluster);
    if (kept?.revision === revision) {
      return kept.facts;
    }
    const facts = this.#read(reader);
    this.#kept.set(reader.cluster, { revision, facts });
    return facts;
  }

  #read(reader: ClusterReader): NodeFacts {
    const rows = reader.read('nodes');
    const nodes = rows.known ? rows.value.items : [];
    const taints = new Map(
      nodes.map(node => [node.name, node.taints.map(({ key }) => key)]),
    );
    const domains = nodes.flatMap(({ name, labels }) => {
      const domain = labels[this.domainLabel];
      return domain === undefined ? [] : [[name, domain] as const];
    });
    return {
      domains: Object.fromEntries(domains),
      taintsOf: node => taints.get(node) ?? [],
    };
  }
}
