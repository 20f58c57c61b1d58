import { Packing, type Refusal } from './Packing';
import type { PackBase, Slot } from './packBase';
import type { PackNode, PackPod, PodTemplate } from './snapshot';

/** More squares than this nobody counts. */
export const MOST_PODS = 999;

/** A pod that lost its node and found another: the witness of a verdict. */
export interface Move {
  readonly pod: PackPod;
  readonly to: PackNode;
}

/** What one case leaves: nothing lost, a node, or a domain. */
export interface RoomCase {
  /** Names of the lost nodes. */
  readonly lost: readonly string[];
  /** Pods of lost nodes that found a place, and where. */
  readonly moved: readonly Move[];
  /** Pods of lost nodes for which no place was found. */
  readonly stranded: readonly PackPod[];
  /** How many more pods fit once those are placed: at most {@link MOST_PODS}. */
  readonly fits: number;
  /** Where they went in thought, by node name. */
  readonly fitsByNode: ReadonlyMap<string, number>;
  /** Why no more: the commonest refusal of the nodes that come near. */
  readonly limit: Refusal;
}

/**
 * Places the pods of lost nodes, largest first, then as many more pods of the
 * template as possible.
 *
 * @remarks
 *
 * Placeholders keep their room while nothing is lost, and give way when
 * something is. Each placement is a witness, so `fits` is a proof; another
 * order might have found room for more.
 */
export function computeRoom(
  base: PackBase,
  template: PodTemplate,
  lost: readonly string[] = [],
): RoomCase {
  const packing = new Packing(base, {
    lost: new Set(lost),
    useReserve: lost.length > 0,
  });
  const { moved, stranded } = rehome(
    packing,
    lost.flatMap(name => base.podsByNode.get(name) ?? []),
  );
  return { lost, moved, stranded, ...fill(packing, template) };
}

/** Daemons die with their node, placeholders are not missed, and what is going goes. */
function mustMove({ bound, deleting, priority }: PackPod): boolean {
  return !bound && !deleting && priority >= 0;
}

function rehome(
  packing: Packing,
  homeless: readonly PackPod[],
): Pick<RoomCase, 'moved' | 'stranded'> {
  const moved: Move[] = [];
  let waiting = homeless.filter(mustMove).sort(byNeed);
  let before: number;
  do {
    before = waiting.length;
    const still: PackPod[] = [];
    for (const pod of waiting) {
      const hole = tightest(packing, pod, packing.search(pod).holes);
      if (hole) {
        packing.put(pod, hole.node);
        moved.push({ pod, to: hole.node });
      } else {
        still.push(pod);
      }
    }
    waiting = still;
  } while (waiting.length > 0 && waiting.length < before);
  return { moved, stranded: waiting };
}

/** The more important first, then the larger. */
function byNeed(a: PackPod, b: PackPod): number {
  return b.priority - a.priority || sizeOf(b) - sizeOf(a);
}

// A core weighs as much as 4 GiB: the usual shape of a server.
function sizeOf({ request: { amounts } }: PackPod): number {
  return Math.max((amounts.cpu ?? 0) / 1000, (amounts.memory ?? 0) / 2 ** 32);
}

/** The hole that leaves the least, so that large ones stay large. */
function tightest(
  packing: Packing,
  pod: PodTemplate,
  holes: readonly Slot[],
): Slot | undefined {
  let best: Slot | undefined;
  let least = Infinity;
  for (const hole of holes) {
    const room = packing.roomFor(pod, hole);
    if (room < least) {
      best = hole;
      least = room;
    }
  }
  return best;
}

function fill(
  packing: Packing,
  template: PodTemplate,
): Pick<RoomCase, 'fits' | 'fitsByNode' | 'limit'> {
  const fitsByNode = new Map<string, number>();
  const { spread, apart, hostPorts } = template.terms;
  const crowdMatters = spread.length + apart.length + hostPorts.length > 0;
  let fits = 0;
  let { holes, refusals } = packing.search(template);
  while (holes.length > 0 && fits < MOST_PODS) {
    for (const hole of crowdMatters
      ? roomiest(packing, template, holes)
      : holes) {
      const room = crowdMatters ? 1 : packing.roomFor(template, hole);
      const more = Math.min(room, MOST_PODS - fits);
      for (let count = 0; count < more; count++) {
        packing.put(template, hole.node);
      }
      fits += more;
      fitsByNode.set(
        hole.node.name,
        (fitsByNode.get(hole.node.name) ?? 0) + more,
      );
    }
    ({ holes, refusals } = packing.search(template));
  }
  return { fits, fitsByNode, limit: commonest(refusals) };
}

function roomiest(
  packing: Packing,
  template: PodTemplate,
  holes: readonly Slot[],
): Slot[] {
  const [first, ...rest] = holes;
  return first === undefined
    ? []
    : [
        rest.reduce(
          (best, hole) =>
            packing.roomFor(template, hole) > packing.roomFor(template, best)
              ? hole
              : best,
          first,
        ),
      ];
}

function commonest(refusals: readonly Refusal[]): Refusal {
  const near = refusals.filter(refusal => refusal !== 'rule');
  const counts = new Map<string, number>();
  for (const refusal of near) {
    const key = keyOf(refusal);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  return near.find(refusal => counts.get(keyOf(refusal)) === most) ?? 'rule';
}

function keyOf(refusal: Refusal): string {
  return typeof refusal === 'string' ? refusal : `short of ${refusal.short}`;
}
