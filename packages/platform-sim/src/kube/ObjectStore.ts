import type { KindInfo } from './kinds';
import { resourceText } from './kinds';
import type { KubeObject, ObjectKey } from './objects';
import { keyOf, keyText } from './objects';

export type ChangeType = 'ADDED' | 'MODIFIED' | 'DELETED';

/** One write, as watchers see it. */
export interface Change {
  readonly revision: number;
  readonly type: ChangeType;
  readonly kind: KindInfo;
  readonly object: KubeObject;
  /** The object before the write. */
  readonly previous: KubeObject | undefined;
}

type Table = Map<string, KubeObject>;

/** Changes kept for watchers that come back; etcd keeps five minutes. */
const KEPT_CHANGES = 20_000;

/**
 * All objects of one cluster with one counter of revisions and a log of changes, as etcd and the API server's watch
 * cache have them. Knows nothing of the rules of the API: {@link ObjectService} does.
 */
export class ObjectStore {
  readonly #tables = new Map<string, Table>();
  readonly #owned = new Map<string, Map<string, KindInfo>>();
  readonly #listeners = new Set<(change: Change) => void>();
  #log: Change[] = [];
  #revision = 1;
  #compacted = 0;

  get revision(): number {
    return this.#revision;
  }

  /** Changes up to this revision are gone. */
  get compactedRevision(): number {
    return this.#compacted;
  }

  find(kind: KindInfo, key: ObjectKey): KubeObject | undefined {
    return this.#tables.get(resourceText(kind))?.get(keyText(key));
  }

  /** In the order of keys, as etcd has them. */
  list(kind: KindInfo, namespace?: string): readonly KubeObject[] {
    return sorted(this.#tables.get(resourceText(kind)) ?? new Map(), namespace);
  }

  /** Objects of the kind whose owner references name the uid. */
  ownedBy(uid: string, kind: KindInfo): readonly KubeObject[] {
    const resource = resourceText(kind);
    return [...(this.#owned.get(uid) ?? [])]
      .filter(([, owned]) => resourceText(owned) === resource)
      .flatMap(([id]) => {
        const object = this.#tables
          .get(resource)
          ?.get(id.slice(resource.length + 1));
        return object ? [object] : [];
      });
  }

  dependents(uid: string): readonly { kind: KindInfo; key: string }[] {
    return [...(this.#owned.get(uid) ?? [])].map(([id, kind]) => ({
      kind,
      key: id.slice(resourceText(kind).length + 1),
    }));
  }

  put(kind: KindInfo, object: KubeObject): KubeObject {
    const table = this.#table(kind);
    const key = keyText(keyOf(object));
    const previous = table.get(key);
    const stored = this.#stamp(object);
    table.set(key, stored);
    this.#index(kind, key, previous, stored);
    this.#record({
      revision: this.#revision,
      type: previous ? 'MODIFIED' : 'ADDED',
      kind,
      object: stored,
      previous,
    });
    return stored;
  }

  remove(kind: KindInfo, key: ObjectKey): KubeObject | undefined {
    const table = this.#table(kind);
    const previous = table.get(keyText(key));
    if (!previous) return undefined;
    table.delete(keyText(key));
    const last = this.#stamp(previous);
    this.#index(kind, keyText(key), previous, undefined);
    this.#record({
      revision: this.#revision,
      type: 'DELETED',
      kind,
      object: last,
      previous,
    });
    return last;
  }

  /** The list as it was at the revision, or `gone` when that is compacted. */
  listAt(
    kind: KindInfo,
    revision: number,
    namespace?: string,
  ): readonly KubeObject[] | 'gone' {
    if (revision < this.#compacted) return 'gone';
    const table = new Map(this.#table(kind));
    for (let i = this.#log.length - 1; i >= 0; i -= 1) {
      const change = this.#log[i];
      if (!change || change.revision <= revision) break;
      if (resourceText(change.kind) !== resourceText(kind)) continue;
      const key = keyText(keyOf(change.object));
      if (change.previous) table.set(key, change.previous);
      else table.delete(key);
    }
    return sorted(table, namespace);
  }

  /** Changes after the revision, or `gone` when some of them are compacted. */
  changesSince(revision: number): readonly Change[] | 'gone' {
    if (revision < this.#compacted) return 'gone';
    let first = this.#log.length;
    while (first > 0 && (this.#log[first - 1]?.revision ?? 0) > revision) {
      first -= 1;
    }
    return this.#log.slice(first);
  }

  subscribe(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Forgets all changes up to now, as etcd's compaction does. */
  compact(): void {
    this.#log = [];
    this.#compacted = this.#revision;
  }

  #table(kind: KindInfo): Table {
    const name = resourceText(kind);
    const table = this.#tables.get(name) ?? new Map<string, KubeObject>();
    this.#tables.set(name, table);
    return table;
  }

  #stamp(object: KubeObject): KubeObject {
    this.#revision += 1;
    const resourceVersion = String(this.#revision);
    return { ...object, metadata: { ...object.metadata, resourceVersion } };
  }

  #index(
    kind: KindInfo,
    key: string,
    before: KubeObject | undefined,
    after: KubeObject | undefined,
  ): void {
    const id = `${resourceText(kind)} ${key}`;
    for (const { uid } of before?.metadata.ownerReferences ?? []) {
      this.#owned.get(uid)?.delete(id);
    }
    for (const { uid } of after?.metadata.ownerReferences ?? []) {
      const ids = this.#owned.get(uid) ?? new Map<string, KindInfo>();
      this.#owned.set(uid, ids.set(id, kind));
    }
  }

  #record(change: Change): void {
    this.#log.push(change);
    if (this.#log.length > KEPT_CHANGES * 1.25) {
      const dropped = this.#log.splice(0, this.#log.length - KEPT_CHANGES);
      this.#compacted = dropped[dropped.length - 1]?.revision ?? 0;
    }
    for (const listener of [...this.#listeners]) listener(change);
  }
}

function sorted(table: Table, namespace: string | undefined): KubeObject[] {
  const prefix = namespace === undefined ? '' : `${namespace}/`;
  return [...table.entries()]
    .filter(([key]) => key.startsWith(prefix))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, object]) => object);
}
