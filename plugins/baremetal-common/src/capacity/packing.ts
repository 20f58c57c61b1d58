import { keptApart } from './keptApart';
import { takePod, type PackBase, type Placed, type Slot } from './packBase';
import { PODS } from './resources';
import type { PackNode, PodTemplate } from './snapshot';
import { countSpread, type SpreadCount } from './spreadCount';
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
export interface Packing {
  put(pod: PodTemplate, node: PackNode): void;
  /** Only counts a pod for the spread of others, without taking room. */
  count(pod: PodTemplate, node: PackNode): void;
  /** Nodes that a pod's rules allow, spread left aside, whether there is room or not. */
  spots(pod: PodTemplate): readonly Spot[];
  /** Whether a pod's spread allows a node; asks again after each placement. */
  spread(pod: PodTemplate): (node: PackNode) => boolean;
}

/** Begins a packing: nothing is placed in thought yet. */
export function beginPacking(
  base: PackBase,
  { lost, useReserve }: PackingOptions,
): Packing {
  /** Slots that pods were placed on; the others are those of the base. */
  const changed = new Map<string, Slot>();
  const added: Placed[] = [];
  const spreads = spreadMemory();

  const slotOf = (name: string): Slot | undefined =>
    lost.has(name) ? undefined : changed.get(name) ?? base.slots.get(name);
  const alive = (before: readonly Placed[]): readonly Placed[] =>
    lost.size === 0
      ? before
      : before.filter(({ node }) => !lost.has(node.name));
  const placedIn = (namespace: string): readonly Placed[] => [
    ...alive(base.placedByNamespace.get(namespace) ?? []),
    ...added.filter(({ pod }) => pod.namespace === namespace),
  ];
  const apart = (pod: PodTemplate): ((node: PackNode) => boolean) =>
    keptApart(pod, {
      namespace: placedIn,
      keepers: [
        ...alive(base.keepers),
        ...added.filter(({ pod: { terms } }) => terms.apart.length > 0),
      ],
      hostPortUsers: [
        ...alive(base.hostPortUsers),
        ...added.filter(({ pod: { terms } }) => terms.hostPorts.length > 0),
      ],
    });

  return {
    put(pod, node) {
      const slot = slotOf(node.name);
      if (slot) {
        changed.set(node.name, { ...slot, free: takePod(slot.free, pod) });
        added.push({ pod, node });
        spreads.add(pod, node);
      }
    },
    count: spreads.add,
    spots(pod) {
      const isFree = apart(pod);
      return base.nodesFor(pod).flatMap(node => {
        const slot = slotOf(node.name);
        return slot && isFree(node)
          ? [{ node, ...roomIn(slot, pod, useReserve) }]
          : [];
      });
    },
    spread(pod) {
      const counts = spreads.of(pod, term =>
        countSpread(term, pod, {
          nodes: base.nodes,
          lost,
          placed: placedIn(pod.namespace),
        }),
      );
      return node => counts.every(count => count.allows(node));
    },
  };
}

/** How many pods of a kind go into a slot, and what limits them. */
function roomIn(
  { free, reserve }: Slot,
  pod: PodTemplate,
  useReserve: boolean,
): Pick<Spot, 'room' | 'scarce'> {
  const pushes = useReserve && pod.preempts && pod.priority >= 0;
  const available = (name: string): number =>
    (free[name] ?? 0) + (pushes ? reserve[name] ?? 0 : 0);
  const { amounts } = pod.request;
  let room = Math.max(0, available(PODS));
  let scarce = PODS;
  for (const name of Object.keys(amounts)) {
    const amount = amounts[name] ?? 0;
    const count =
      amount > 0 ? Math.max(0, Math.floor(available(name) / amount)) : Infinity;
    if (count < room) {
      room = count;
      scarce = name;
    }
  }
  return { room, scarce };
}

/** Counts of spreads, one set per template, kept up with what is placed. */
function spreadMemory() {
  type Rule = SchedulingTerms['spread'][number];
  const kept = new Map<
    SchedulingTerms,
    Map<PodTemplate['labels'], readonly SpreadCount[]>
  >();
  return {
    of(
      { terms, labels }: PodTemplate,
      countRule: (rule: Rule) => SpreadCount,
    ): readonly SpreadCount[] {
      const byLabels = kept.get(terms) ?? new Map();
      kept.set(terms, byLabels);
      const counts: readonly SpreadCount[] =
        byLabels.get(labels) ?? terms.spread.map(countRule);
      byLabels.set(labels, counts);
      return counts;
    },
    add(pod: PodTemplate, node: PackNode): void {
      for (const byLabels of kept.values()) {
        for (const counts of byLabels.values()) {
          counts.forEach(count => count.add(pod, node));
        }
      }
    },
  };
}
