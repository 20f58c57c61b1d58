import { PlacementRefused, type VolumeRequest } from './ports';
import type { SimMember, SimNode, SimStorage } from './model';
import type { StorageClassRule } from './ports';

/** Share of a thin volume that is written, as long as nobody says otherwise. */
const THIN_WRITTEN = 0.4;
/** How far thin pools are promised beyond their size. */
export const THIN_RATIO = 2;

/** Bytes of the pool that nobody uses. */
export function freeBytes(
  storage: SimStorage,
  node: SimNode,
  pool: string,
): number {
  const facts = node.pools.find(({ name }) => name === pool);
  if (!facts) {
    return 0;
  }
  const used = [...storage.resources.values()]
    .filter(
      ({ group, members }) =>
        group.pool === pool &&
        members.some(
          member =>
            member.node === node.name &&
            member.kind === 'copy' &&
            member.disk.state !== 'Failed',
        ),
    )
    .reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const share = facts.kind === 'LVM_THIN' ? THIN_WRITTEN : 1;
  return Math.max(0, facts.totalBytes - used * share);
}

/** Bytes of a volume that the pool would accept. */
function roomFor(storage: SimStorage, node: SimNode, pool: string): number {
  const kind = node.pools.find(({ name }) => name === pool)?.kind;
  const free = freeBytes(storage, node, pool);
  return kind === 'LVM_THIN' ? free * THIN_RATIO : free;
}

/** Nodes that could hold a copy, the roomiest of each domain first. */
function candidates(storage: SimStorage, pool: string): SimNode[] {
  return [...storage.nodes.values()]
    .filter(node => node.on && node.pools.some(({ name }) => name === pool))
    .sort(
      (a, b) =>
        roomFor(storage, b, pool) - roomFor(storage, a, pool) ||
        a.name.localeCompare(b.name),
    );
}

function oneOfEachDomain(nodes: readonly SimNode[]): SimNode[] {
  const seen = new Set<string>();
  return nodes.filter(({ domain }) => {
    const first = !seen.has(domain);
    seen.add(domain);
    return first;
  });
}

/** Largest volume that can be placed with all its copies, in bytes; 0 without enough domains. */
export function largestVolume(
  storage: SimStorage,
  rule: StorageClassRule,
): number {
  const rooms = oneOfEachDomain(candidates(storage, rule.pool)).map(node =>
    roomFor(storage, node, rule.pool),
  );
  return Math.floor(rooms[rule.copies - 1] ?? 0);
}

/** Chooses who holds the copies, each in another domain, and who breaks a tie. */
export function placeMembers(
  storage: SimStorage,
  rule: StorageClassRule,
  request: VolumeRequest,
): SimMember[] {
  const roomy = candidates(storage, rule.pool).filter(
    node => roomFor(storage, node, rule.pool) >= request.sizeBytes,
  );
  const first = roomy.filter(({ name }) => name === request.podNode);
  const chosen = oneOfEachDomain([...first, ...roomy]).slice(0, rule.copies);
  if (chosen.length < rule.copies) {
    throw new PlacementRefused(
      `Not enough available nodes: ${rule.copies} copies of ${request.sizeBytes} bytes in pool ${rule.pool} need ${rule.copies} domains with room, and there are ${chosen.length}`,
    );
  }
  const copies = chosen.map(({ name }) => newMember(name, 'copy'));
  const breaker = tieBreaker(storage, chosen);
  return rule.copies % 2 === 0 && breaker
    ? [...copies, newMember(breaker.name, 'tieBreaker')]
    : copies;
}

function newMember(node: string, kind: SimMember['kind']): SimMember {
  return { node, kind, inUse: false, disk: { state: 'UpToDate' } };
}

function tieBreaker(
  storage: SimStorage,
  chosen: readonly SimNode[],
): SimNode | undefined {
  return [...storage.nodes.values()]
    .sort((a, b) => a.name.localeCompare(b.name))
    .find(
      node => node.on && chosen.every(({ domain }) => domain !== node.domain),
    );
}
