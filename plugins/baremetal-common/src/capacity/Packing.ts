import { keptApart, spreadAllows } from './neighbours';
import { acceptsByLabels, toleratesAll } from './matching';
import { takePod, type PackBase, type Placed, type Slot } from './packBase';
import { PODS } from './resources';
import type { PackNode, PodTemplate } from './snapshot';

/** Why a node does not take a pod: a rule, its spread, or the resource that is short. */
export type Refusal = 'rule' | 'spread' | { readonly short: string };

export interface PackingOptions {
  /** Names of nodes that died. */
  readonly lost: ReadonlySet<string>;
  /** Whether placeholders give way: they are kept for the day of a loss. */
  readonly useReserve: boolean;
}

/**
 * The nodes that survive, the pods placed on them in thought, and where one
 * more may go. Short-lived: one per case that is computed.
 */
export class Packing {
  readonly #base: PackBase;
  readonly #options: PackingOptions;
  readonly #slots: Map<string, Slot>;
  readonly #added: Placed[] = [];

  constructor(base: PackBase, options: PackingOptions) {
    this.#base = base;
    this.#options = options;
    this.#slots = new Map(base.slots);
    for (const name of options.lost) {
      this.#slots.delete(name);
    }
  }

  put(pod: PodTemplate, node: PackNode): void {
    const slot = this.#slots.get(node.name);
    if (slot) {
      this.#slots.set(node.name, { ...slot, free: takePod(slot.free, pod) });
      this.#added.push({ pod, node });
    }
  }

  /** Nodes that take one more pod of this kind, and why the others do not. */
  search(pod: PodTemplate): {
    readonly holes: readonly Slot[];
    readonly refusals: readonly Refusal[];
  } {
    const isFree = keptApart(pod, {
      namespace: name => this.#placedIn(name),
      keepers: this.#with(
        this.#base.keepers,
        ({ terms }) => terms.apart.length > 0,
      ),
      hostPortUsers: this.#with(
        this.#base.hostPortUsers,
        ({ terms }) => terms.hostPorts.length > 0,
      ),
    });
    const spreads = spreadAllows(pod, {
      nodes: this.#base.nodes,
      lost: this.#options.lost,
      placed: this.#placedIn(pod.namespace),
    });
    const holes: Slot[] = [];
    const refusals: Refusal[] = [];
    for (const slot of this.#slots.values()) {
      const refusal = this.#refusal(pod, slot, isFree, spreads);
      if (refusal === undefined) {
        holes.push(slot);
      } else {
        refusals.push(refusal);
      }
    }
    return { holes, refusals };
  }

  /** How many more pods of a size the room of a node takes, whatever rules say. */
  roomFor(pod: PodTemplate, { free, reserve }: Slot): number {
    const amounts = { ...pod.request.amounts, [PODS]: 1 };
    const counts = Object.entries(amounts)
      .filter(([, amount]) => amount > 0)
      .map(([name, amount]) =>
        Math.floor(this.#available(pod, { free, reserve }, name) / amount),
      );
    return Math.max(0, Math.min(...counts));
  }

  #refusal(
    pod: PodTemplate,
    slot: Slot,
    isFree: (node: PackNode) => boolean,
    spreads: (node: PackNode) => boolean,
  ): Refusal | undefined {
    if (!mayRunOn(pod, slot.node) || !isFree(slot.node)) {
      return 'rule';
    }
    const short = this.#shortage(pod, slot);
    if (short !== undefined) {
      return { short };
    }
    return spreads(slot.node) ? undefined : 'spread';
  }

  #shortage(pod: PodTemplate, slot: Slot): string | undefined {
    const { amounts } = pod.request;
    const names = Object.keys(amounts).filter(name => amounts[name] !== 0);
    return [...names, PODS].find(
      name => (amounts[name] ?? 1) > this.#available(pod, slot, name),
    );
  }

  #available(
    pod: PodTemplate,
    { free, reserve }: Pick<Slot, 'free' | 'reserve'>,
    name: string,
  ): number {
    const pushes =
      this.#options.useReserve && pod.preempts && pod.priority >= 0;
    return (free[name] ?? 0) + (pushes ? reserve[name] ?? 0 : 0);
  }

  #placedIn(namespace: string): readonly Placed[] {
    return this.#with(
      this.#base.placedByNamespace.get(namespace) ?? [],
      pod => pod.namespace === namespace,
    );
  }

  #with(
    before: readonly Placed[],
    belongs: (pod: PodTemplate) => boolean,
  ): readonly Placed[] {
    const alive = before.filter(
      ({ node }) => !this.#options.lost.has(node.name),
    );
    return [...alive, ...this.#added.filter(({ pod }) => belongs(pod))];
  }
}

/** Whether labels, taints, readiness and volumes let a pod run on a node, whatever room there is. */
export function mayRunOn(pod: PodTemplate, node: PackNode): boolean {
  return (
    node.usable &&
    acceptsByLabels(pod.terms, node) &&
    toleratesAll(pod.terms.tolerations, node.taints) &&
    (pod.reachableFrom === undefined || pod.reachableFrom.includes(node.name))
  );
}
