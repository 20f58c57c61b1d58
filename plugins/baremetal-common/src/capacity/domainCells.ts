import type { DomainCells } from '../wire/capacityView';
import type { RoomCase } from './room';
import { domainOf, type ServiceRoom } from './serviceRoom';
import type { PackNode, PackPod } from './snapshot';

/** Counts of a service's pods over power domains in one case; the sum per domain is the same in every case. */
export function toDomainCells(
  room: ServiceRoom,
  answer: RoomCase,
  own: readonly PackPod[],
): readonly DomainCells[] {
  const nodes = new Map(room.nodes.map(node => [node.name, node]));
  const isIn = (domain: string) => (node: PackNode | undefined) =>
    node !== undefined && domainOf(node) === domain;
  const ownIds = new Set(own.map(({ uid }) => uid));
  const lost = new Set(answer.lost);
  const moved = answer.moved.filter(({ pod }) => ownIds.has(pod.uid));
  const stranded = answer.stranded.filter(({ uid }) => ownIds.has(uid));
  const movedIds = new Set(moved.map(({ pod }) => pod.uid));
  const strandedIds = new Set(stranded.map(({ uid }) => uid));

  return room.domains.map(domain => {
    const here = isIn(domain);
    const before = own.filter(({ node }) => here(nodes.get(node ?? '')));
    const movesAway = before.filter(({ uid }) => movedIds.has(uid)).length;
    const stops = before.filter(({ uid }) => strandedIds.has(uid)).length;
    const stays = before.filter(({ node }) => !lost.has(node ?? '')).length;
    const running = stays + moved.filter(({ to }) => here(to)).length;
    const fits = sumIn(answer, nodes, here);
    const total = before.length + sumIn(room.now, nodes, here);
    return {
      domain,
      running,
      fits,
      movesAway,
      noLonger: Math.max(0, total - running - fits - movesAway - stops),
      stops,
    };
  });
}

function sumIn(
  { fitsByNode }: RoomCase,
  nodes: ReadonlyMap<string, PackNode>,
  here: (node: PackNode | undefined) => boolean,
): number {
  let sum = 0;
  for (const [name, count] of fitsByNode) {
    sum += here(nodes.get(name)) ? count : 0;
  }
  return sum;
}
