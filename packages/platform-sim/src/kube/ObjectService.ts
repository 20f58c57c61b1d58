import { randomUUID } from 'node:crypto';
import {
  alreadyExists,
  badRequest,
  conflict,
  invalid,
  notFound,
} from './apiError';
import { withDefaults } from './defaults';
import type { KindInfo } from './kinds';
import { KINDS, groupVersionOf } from './kinds';
import type { KubeObject, ObjectDraft, ObjectKey, ObjectMeta } from './objects';
import { keyOf, parseKey, sameJson } from './objects';
import type { ObjectStore } from './ObjectStore';
import { applyConfiguration } from './patches';

export type Subresource = 'status' | undefined;

export interface RemoveOptions {
  readonly gracePeriodSeconds?: number;
  readonly orphanDependents?: boolean;
  readonly uid?: string;
}

/**
 * The rules of the Kubernetes API over an {@link ObjectStore}: names and uids, generations, stale versions, the border
 * between `spec` and `/status`, finalizers. Used by the HTTP server and, in process, by the controllers.
 */
export class ObjectService {
  /** What each manager applied last, by uid of the object. */
  readonly #applied = new Map<string, Map<string, ObjectDraft>>();

  /** @param stamp - the present time as Kubernetes writes it */
  constructor(readonly store: ObjectStore, readonly stamp: () => string) {}

  find(kind: KindInfo, key: ObjectKey): KubeObject | undefined {
    return this.store.find(kind, key);
  }

  /** @throws ApiError 404 */
  get(kind: KindInfo, key: ObjectKey): KubeObject {
    const object = this.store.find(kind, key);
    if (!object) throw notFound(kind, key.name);
    return object;
  }

  list(kind: KindInfo, namespace?: string): readonly KubeObject[] {
    return this.store.list(kind, namespace);
  }

  create(
    kind: KindInfo,
    draft: ObjectDraft,
    {
      namespace,
      dryRun = false,
    }: { namespace?: string; dryRun?: boolean } = {},
  ): KubeObject {
    const name = draft.metadata.name ?? generatedName(draft);
    if (!name) {
      throw invalid(
        kind,
        '',
        'metadata.name',
        'Required value: name or generateName is required',
      );
    }
    const within = kind.namespaced
      ? draft.metadata.namespace ?? namespace
      : undefined;
    checkName(kind, name);
    this.#checkNamespace(kind, within);
    const key = within === undefined ? { name } : { namespace: within, name };
    if (this.store.find(kind, key)) throw alreadyExists(kind, name);
    const metadata: ObjectMeta = {
      ...draft.metadata,
      ...key,
      uid: randomUUID(),
      resourceVersion: '',
      creationTimestamp: this.stamp(),
      ...(kind.counted && { generation: 1 }),
    };
    const object = withDefaults(kind, {
      ...draft,
      apiVersion: groupVersionOf(kind),
      kind: kind.kind,
      metadata,
    });
    return dryRun ? object : this.store.put(kind, object);
  }

  /**
   * Replaces an object by what `change` makes of it.
   *
   * @param change - an object whose `metadata.resourceVersion` is absent or the present one
   * @throws ApiError 404, 409 when the version is stale
   */
  update(
    kind: KindInfo,
    key: ObjectKey,
    change: (live: KubeObject) => ObjectDraft,
    options: { subresource?: Subresource; dryRun?: boolean } = {},
  ): KubeObject {
    const live = this.get(kind, key);
    const next = change(live);
    const { resourceVersion, uid } = next.metadata;
    if (resourceVersion && resourceVersion !== live.metadata.resourceVersion) {
      throw conflict(kind, key.name);
    }
    if (uid && uid !== live.metadata.uid) throw conflict(kind, key.name);
    const merged = merge(kind, live, {
      next,
      subresource: options.subresource,
    });
    if (options.dryRun || sameJson(merged, live)) {
      return options.dryRun ? merged : live;
    }
    if (isFinished(merged)) return this.#drop(kind, merged);
    return this.store.put(kind, merged);
  }

  /** For controllers: status fields replaced as a whole. */
  setStatus(kind: KindInfo, object: KubeObject, status: object): KubeObject {
    return this.update(kind, keyOf(object), live => ({ ...live, status }), {
      subresource: 'status',
    });
  }

  /** Server-side apply in its simple form; creates what is not there. */
  apply(
    kind: KindInfo,
    draft: ObjectDraft,
    options: { manager: string; key: ObjectKey; dryRun?: boolean },
  ): { readonly object: KubeObject; readonly created: boolean } {
    const { key, manager, dryRun = false } = options;
    const live = this.store.find(kind, key);
    const before = this.#applied.get(live?.metadata.uid ?? '')?.get(manager);
    const named = { ...draft, metadata: { ...draft.metadata, name: key.name } };
    const object = live
      ? this.update(
          kind,
          key,
          () =>
            applyConfiguration(live, { before, desired: draft }, kind.custom),
          { dryRun },
        )
      : this.create(kind, named, { namespace: key.namespace, dryRun });
    if (!dryRun) {
      const { uid } = object.metadata;
      const managers = this.#applied.get(uid) ?? new Map<string, ObjectDraft>();
      this.#applied.set(uid, managers.set(manager, draft));
    }
    return { object, created: !live };
  }

  /**
   * Deletes, or marks as being deleted what has finalizers or, for pods, still runs.
   *
   * @throws ApiError 404
   */
  remove(
    kind: KindInfo,
    key: ObjectKey,
    options: RemoveOptions = {},
  ): { readonly object: KubeObject; readonly gone: boolean } {
    const live = this.get(kind, key);
    if (options.uid !== undefined && options.uid !== live.metadata.uid) {
      throw conflict(kind, key.name);
    }
    if (options.orphanDependents) this.#orphan(live.metadata.uid);
    const grace = graceOf(kind, live, options);
    const waits = grace > 0 || (live.metadata.finalizers?.length ?? 0) > 0;
    if (!waits) return { object: this.#drop(kind, live), gone: true };
    if (live.metadata.deletionTimestamp) return { object: live, gone: false };
    const metadata = {
      ...live.metadata,
      deletionTimestamp: this.stamp(),
      deletionGracePeriodSeconds: grace,
      ...(kind.counted && { generation: (live.metadata.generation ?? 1) + 1 }),
    };
    const object = this.store.put(kind, { ...live, metadata });
    return { object, gone: false };
  }

  #drop(kind: KindInfo, object: KubeObject): KubeObject {
    this.#applied.delete(object.metadata.uid);
    return this.store.remove(kind, keyOf(object)) ?? object;
  }

  #checkNamespace(kind: KindInfo, namespace: string | undefined): void {
    if (!kind.namespaced) return;
    if (namespace === undefined) throw badRequest('namespace is required');
    const found = this.store.find(KINDS.namespaces, { name: namespace });
    if (!found) throw notFound(KINDS.namespaces, namespace);
  }

  #orphan(uid: string): void {
    for (const { kind, key } of this.store.dependents(uid)) {
      const object = this.store.find(kind, parseKey(key));
      if (!object) continue;
      const ownerReferences = object.metadata.ownerReferences?.filter(
        owner => owner.uid !== uid,
      );
      const metadata = { ...object.metadata, ownerReferences };
      this.store.put(kind, { ...object, metadata });
    }
  }
}

/** What a write makes of an object: only its status, or all but its status and what the server itself keeps. */
function merge(
  kind: KindInfo,
  live: KubeObject,
  { next, subresource }: { next: ObjectDraft; subresource: Subresource },
): KubeObject {
  if (subresource === 'status') return withStatus(live, next.status);
  const { uid, name, namespace, generation } = live.metadata;
  const { creationTimestamp, deletionTimestamp, resourceVersion } =
    live.metadata;
  const metadata: ObjectMeta = {
    ...next.metadata,
    ...{ name, namespace, uid, generation },
    ...{ creationTimestamp, deletionTimestamp, resourceVersion },
  };
  const merged: KubeObject = {
    ...(kind.status ? withStatus(next, live.status) : next),
    apiVersion: live.apiVersion,
    kind: live.kind,
    metadata,
  };
  const same = sameJson(desiredOf(kind, merged), desiredOf(kind, live));
  if (!kind.counted || same) return merged;
  return {
    ...merged,
    metadata: { ...metadata, generation: (generation ?? 0) + 1 },
  };
}

function withStatus<T extends object>(object: T, status: unknown): T {
  const { status: _, ...rest } = object as T & { status?: unknown };
  return (status === undefined ? rest : { ...rest, status }) as T;
}

/** The part whose changes are counted. */
function desiredOf(kind: KindInfo, object: KubeObject): object {
  const { metadata: _, ...rest } = object;
  return kind.status ? withStatus(rest, undefined) : rest;
}

function isFinished({ metadata }: KubeObject): boolean {
  return (
    metadata.deletionTimestamp !== undefined &&
    (metadata.deletionGracePeriodSeconds ?? 0) === 0 &&
    (metadata.finalizers?.length ?? 0) === 0
  );
}

/** Seconds a pod may still run; all other kinds go at once. */
function graceOf(
  kind: KindInfo,
  live: KubeObject,
  { gracePeriodSeconds }: RemoveOptions,
): number {
  if (kind === KINDS.namespaces) return 1;
  if (kind !== KINDS.pods || !live.spec?.nodeName) return 0;
  return gracePeriodSeconds ?? live.spec.terminationGracePeriodSeconds ?? 30;
}

function generatedName({ metadata }: ObjectDraft): string | undefined {
  return metadata.generateName === undefined
    ? undefined
    : metadata.generateName + randomUUID().replace(/-/g, '').slice(0, 5);
}

const NAME = /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/;

function checkName(kind: KindInfo, name: string): void {
  if (
    name.length <= 253 &&
    (NAME.test(name) || kind.group.startsWith('rbac'))
  ) {
    return;
  }
  throw invalid(
    kind,
    name,
    'metadata.name',
    `Invalid value: "${name}": a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character`,
  );
}
