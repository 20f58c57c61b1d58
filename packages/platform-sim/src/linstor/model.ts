import type { StorageClassRule, StorageNodeFacts } from './ports';

/** State of a copy's data; a catch-up is a line in time, so that nothing has to tick. */
export type SimDisk =
  | { readonly state: 'UpToDate' | 'Outdated' | 'Failed' }
  | {
      readonly state: 'syncing';
      readonly fromPercent: number;
      readonly startedAt: number;
      /** Seconds that the whole volume would take. */
      readonly seconds: number;
    };

export interface SimMember {
  readonly node: string;
  kind: 'copy' | 'tieBreaker' | 'client';
  inUse: boolean;
  disk: SimDisk;
}

export interface SimResource {
  readonly handle: string;
  readonly group: StorageClassRule;
  readonly claim: { readonly namespace: string; readonly name: string };
  readonly createdAt: number;
  readonly minor: number;
  sizeBytes: number;
  members: SimMember[];
  /** Links that were cut by hand, by `linkKey`. */
  readonly cut: Map<string, 'Connecting' | 'StandAlone'>;
}

export interface SimNode extends StorageNodeFacts {
  on: boolean;
}

/** Everything that the controller of one cluster knows. */
export interface SimStorage {
  readonly nodes: Map<string, SimNode>;
  readonly classes: ReadonlyMap<string, StorageClassRule>;
  readonly resources: Map<string, SimResource>;
  readonly now: () => number;
}

export function linkKey(a: string, b: string): string {
  return [a, b].sort().join(' ');
}

/** What the disk is at this moment: a catch-up that reached its end is up to date. */
export function diskAt(
  disk: SimDisk,
  now: number,
): { readonly word: string; readonly percent?: number } {
  if (disk.state !== 'syncing') {
    return { word: disk.state === 'Failed' ? 'Diskless' : disk.state };
  }
  const passed = (now - disk.startedAt) / 1000;
  const percent = disk.fromPercent + (passed / disk.seconds) * 100;
  return percent >= 100
    ? { word: 'UpToDate' }
    : { word: 'SyncTarget', percent: Math.round(percent * 100) / 100 };
}

export function isOn(storage: SimStorage, node: string): boolean {
  return storage.nodes.get(node)?.on ?? false;
}

/** The state of a link as the first node sees it. */
export function linkWord(
  storage: SimStorage,
  resource: SimResource,
  [from, to]: readonly [string, string],
): 'Connected' | 'Connecting' | 'StandAlone' {
  if (!isOn(storage, to) || !isOn(storage, from)) {
    return 'Connecting';
  }
  return resource.cut.get(linkKey(from, to)) ?? 'Connected';
}

/** Votes that a node can count on, its own among them. */
export function votesOf(
  storage: SimStorage,
  resource: SimResource,
  node: string,
): number {
  return resource.members.filter(
    member =>
      member.node === node ||
      linkWord(storage, resource, [node, member.node]) === 'Connected',
  ).length;
}

/** With fewer than three members quorum is off, as LINSTOR leaves it. */
export function hasQuorum(
  storage: SimStorage,
  resource: SimResource,
  node: string,
): boolean {
  const all = resource.members.length;
  return all < 3 || votesOf(storage, resource, node) * 2 > all;
}
