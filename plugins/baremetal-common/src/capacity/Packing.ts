import { keptApart } from './keptApart';
import type { PackBase, Placed, Slot } from './packBase';
import { takePod } from './packBase';
import { PODS } from './resources';
import type { PackNode, PodTemplate } from './snapshot';
import { SpreadCount } from './SpreadCount';
import type { SchedulingTerms } from './terms';

export interface PackingOptions {
  /** Names of nodes that died. */
  readonly lost: ReadonlySet<string>;
  /** Whether placeholders give way: they are kept for the day of a loss. */
  readonly useReserve: boolean;
}

/** A node that a pod's rules allow, and how many of it still go there. */
export interface Spot {
  readonly node: PackNode;
  readonly room: number;
  /** The resource of which there is least. */
  readonly scarce: string;
}

/**
 * The nodes that survive, and the pods placed on them in thought. Short-lived:
 * one per case that is computed.
 */
export class Packing {
  readonly #base: PackBase;
  readonly #options: PackingOptions;
  /** Slots that pods were placed on in thought; the others are those of the base. */
  readonly #changed = new Map<string, Slot>();
  readonly #added: Placed[] = [];
  readonly #counts = new Map<SchedulingTerms, Map<PodTemplate['labels'], readonly SpreadCount[]>>();

  constructor(base: PackBase, options: PackingOptions) {
    this.#base = base;
    this.#options = options;
  }

  put(pod: PodTemplate, node: PackNode): void {
    const slot = this.#slot(node.name);
    if (slot) {
      this.#changed.set(node.name, { ...slot, free: takePod(slot.free, pod) });
      this.#added.push({ pod, node });
      this.count(pod, node);
    }
  }

  /** Only counts a pod for the spread of others, without taking room. */
  count(pod: PodTemplate, node: PackNode): void {
    for (const byLabels of this.#counts.values()) {
      for (const counts of byLabels.values()) {
        counts.forEach(each => each.add(pod, node));
      }
    }
  }

  /** Nodes that a pod's rules allow, spread left aside, whether there is room or not. */
  spots(pod: PodTemplate): readonly Spot[] {
    const isFree = this.#apart(pod);
    const spots: Spot[] = [];
    for (const node of this.#base.nodesFor(pod)) {
      const slot = this.#options.lost.has(node.name)
        ? undefined
        : this.#slot(node.name);
      if (slot && isFree(node)) {
        spots.push({ node, ...this.#room(pod, slot) });
      }
    }
    return spots;
  }

  /** Whether a pod's spread allows a node; asks again after each placement. */
  spread(pod: PodTemplate): (node: PackNode) => boolean {
    const counts = this.#spreadCounts(pod);
    return node => counts.every(count => count.allows(node));
  }

  #slot(name: string): Slot | undefined {
    return this.#changed.get(name) ?? this.#base.slots.get(name);
  }

  #room(
    pod: PodTemplate,
    { free, reserve }: Slot,
  ): Pick<Spot, 'room' | 'scarce'> {
    const pushes = this.#options.useReserve && pod.preempts && pod.priority >= 0;
    const available = (name: string): number =>
      (free[name] ?? 0) + (pushes ? reserve[name] ?? 0 : 0);
    const { amounts } = pod.request;
    let room = Math.max(0, available(PODS));
    let scarce = PODS;
    for (const name of Object.keys(amounts)) {
      const amount = amounts[name] ?? 0;
      if (amount > 0) {
        const count = Math.max(0, Math.floor(available(name) / amount));
        if (count < room) {
          room = count;
          scarce = name;
        }
      }
    }
    return { room, scarce };
  }

  #apart(pod: PodTemplate): (node: PackNode) => boolean {
    const { keepers, hostPortUsers } = this.#base;
    const { apart, hostPorts } = pod.terms;
    const nobodyMinds =
      apart.length + hostPorts.length + keepers.length === 0 &&
      this.#added.every(({ pod: { terms } }) => terms.apart.length === 0);
    return nobodyMinds
      ? () => true
      : keptApart(pod, {
          namespace: name => this.#placedIn(name),
          keepers: this.#alive(
            keepers,
            ({ terms }) => terms.apart.length > 0,
          ),
          hostPortUsers: this.#alive(
            hostPortUsers,
            ({ terms }) => terms.hostPorts.length > 0,
          ),
        });
  }

  #spreadCounts(pod: PodTemplate): readonly SpreadCount[] {
    const { terms, labels, namespace } = pod;
    const byLabels = this.#counts.get(terms) ?? new Map();
    this.#counts.set(terms, byLabels);
    const kept = byLabels.get(labels);
    if (kept) {
      return kept;
    }
    const where = {
      nodes: this.#base.nodes,
      lost: this.#options.lost,
      placed: terms.spread.length > 0 ? this.#placedIn(namespace) : [],
    };
    const counts = terms.spread.map(
      term => new SpreadCount(term, pod, where),
    );
    byLabels.set(labels, counts);
    return counts;
  }

  #placedIn(namespace: string): readonly Placed[] {
    return this.#alive(
      this.#base.placedByNamespace.get(namespace) ?? [],
      pod => pod.namespace === namespace,
    );
  }

  #alive(
    before: readonly Placed[],
    belongs: (pod: PodTemplate) => boolean,
  ): readonly Placed[] {
    const alive = before.filter(
      ({ node }) => !this.#options.lost.has(node.name),
    );
    return [...alive, ...this.#added.filter(({ pod }) => belongs(pod))];
  }
}
