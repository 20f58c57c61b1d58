import { beginPacking, type Packing, type Spot } from './packing';
import type { PackBase } from './packBase';
import type { PackNode, PackPod, PodTemplate } from './snapshot';

/** More squares than this nobody counts. */
export const MOST_PODS = 999;

/** Why a node does not take one more pod: no rule allows it, its spread, or the resource that is short. */
export type Refusal = 'rule' | 'spread' | { readonly short: string };

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
  const packing = beginPacking(base, {
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
      const to = tightest(packing, pod);
      if (to) {
        packing.put(pod, to);
        moved.push({ pod, to });
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

/** The node with the least room that is enough, so that large holes stay large. */
function tightest(packing: Packing, pod: PodTemplate): PackNode | undefined {
  const allows = packing.spread(pod);
  let best: Spot | undefined;
  for (const spot of packing.spots(pod)) {
    if (
      spot.room > 0 &&
      spot.room < (best?.room ?? Infinity) &&
      allows(spot.node)
    ) {
      best = spot;
    }
  }
  return best?.node;
}

type Filled = Pick<RoomCase, 'fits' | 'fitsByNode' | 'limit'>;

function fill(packing: Packing, template: PodTemplate): Filled {
  const { spread, apart, hostPorts } = template.terms;
  if (apart.length + hostPorts.length > 0) {
    return fillApart(packing, template);
  }
  return spread.length > 0
    ? fillEvenly(packing, template)
    : fillUp(packing.spots(template));
}

/** Nothing but room counts. */
function fillUp(spots: readonly Spot[]): Filled {
  const fitsByNode = new Map<string, number>();
  let fits = 0;
  for (const { node, room } of spots) {
    const count = Math.min(room, MOST_PODS - fits);
    fits += count;
    if (count > 0) {
      fitsByNode.set(node.name, count);
    }
  }
  return { fits, fitsByNode, limit: commonest(spots.map(shortOf)) };
}

/** Nodes that count as one place for every spread of a pod. */
interface Place {
  readonly spots: readonly Spot[];
  readonly room: number;
  taken: number;
}

/** One pod at a time, to the roomiest place that the spread allows. */
function fillEvenly(packing: Packing, template: PodTemplate): Filled {
  const allows = packing.spread(template);
  const places = toPlaces(packing.spots(template), template);
  const next = (): Place | undefined => {
    let best: Place | undefined;
    for (const place of places) {
      const left = place.room - place.taken;
      const [spot] = place.spots;
      if (
        left > (best ? best.room - best.taken : 0) &&
        spot &&
        allows(spot.node)
      ) {
        best = place;
      }
    }
    return best;
  };
  let fits = 0;
  for (let place = next(); place && fits < MOST_PODS; place = next()) {
    const [spot] = place.spots;
    if (spot) {
      packing.count(template, spot.node);
    }
    place.taken += 1;
    fits += 1;
  }
  return {
    fits,
    fitsByNode: new Map(places.flatMap(overNodes)),
    limit: commonest(
      places.flatMap(({ spots, room, taken }) =>
        spots.map(spot => (room > taken ? 'spread' : shortOf(spot))),
      ),
    ),
  };
}

function toPlaces(
  spots: readonly Spot[],
  { terms: { spread } }: PodTemplate,
): readonly Place[] {
  const groups = new Map<string, Spot[]>();
  for (const spot of spots) {
    const key = spread
      .map(({ topologyKey }) => spot.node.labels[topologyKey] ?? '')
      .join(' ');
    groups.set(key, [...(groups.get(key) ?? []), spot]);
  }
  return [...groups.values()].map(group => ({
    spots: group,
    room: group.reduce((sum, { room }) => sum + room, 0),
    taken: 0,
  }));
}

/** Spreads what a place took over its nodes, in their order. */
function overNodes({ spots, taken }: Place): [string, number][] {
  let left = taken;
  return spots.flatMap(({ node, room }): [string, number][] => {
    const count = Math.min(room, left);
    left -= count;
    return count > 0 ? [[node.name, count]] : [];
  });
}

/** Pods that keep away from each other: where one more may go is asked anew each time. */
function fillApart(packing: Packing, template: PodTemplate): Filled {
  const fitsByNode = new Map<string, number>();
  const next = (): Spot | undefined => {
    const allows = packing.spread(template);
    return roomiest(
      packing
        .spots(template)
        .filter(({ node, room }) => room > 0 && allows(node)),
      ({ room }) => room,
    );
  };
  let fits = 0;
  for (let spot = next(); spot && fits < MOST_PODS; spot = next()) {
    const { name } = spot.node;
    packing.put(template, spot.node);
    fitsByNode.set(name, (fitsByNode.get(name) ?? 0) + 1);
    fits += 1;
  }
  return {
    fits,
    fitsByNode,
    limit: commonest(packing.spots(template).map(shortOf)),
  };
}

function roomiest(
  spots: readonly Spot[],
  roomOf: (spot: Spot) => number,
): Spot | undefined {
  const [first, ...rest] = spots;
  return (
    first &&
    rest.reduce(
      (best, spot) => (roomOf(spot) > roomOf(best) ? spot : best),
      first,
    )
  );
}

function shortOf({ scarce }: Spot): Refusal {
  return { short: scarce };
}

function commonest(refusals: readonly Refusal[]): Refusal {
  const counts = new Map<string, number>();
  for (const refusal of refusals) {
    const key = keyOf(refusal);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  return (
    refusals.find(refusal => counts.get(keyOf(refusal)) === most) ?? 'rule'
  );
}

function keyOf(refusal: Refusal): string {
  return typeof refusal === 'string' ? refusal : `short of ${refusal.short}`;
}
