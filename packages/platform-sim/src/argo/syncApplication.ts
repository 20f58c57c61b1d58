import { ApiError } from '../kube/apiError';
import type { KindInfo } from '../kube/kinds';
import { findKind, KINDS } from '../kube/kinds';
import type { KubeObject, ObjectDraft, ObjectKey } from '../kube/objects';
import type { ObjectService } from '../kube/ObjectService';
import { sameJson } from '../kube/objects';
import { withLiveFields } from './liveFields';

const MANAGER = 'argocd-controller';
const TRACKING = 'argocd.argoproj.io/tracking-id';
const WAVE = 'argocd.argoproj.io/sync-wave';
const HOOK = 'argocd.argoproj.io/hook';
const OPTIONS = 'argocd.argoproj.io/sync-options';

/** One object that Git asks for, as it will be applied. */
export interface Target {
  readonly kind: KindInfo;
  readonly key: ObjectKey;
  readonly draft: ObjectDraft;
}

export interface Comparison {
  readonly target: Target;
  readonly live: KubeObject | undefined;
  readonly synced: boolean;
}

/**
 * The objects of an Application with their namespace and Argo CD's mark, in the order in which they are applied.
 *
 * @throws Error - for a kind that the cluster does not serve
 */
export function targetsOf(
  application: KubeObject,
  objects: readonly ObjectDraft[],
): readonly Target[] {
  const { name } = application.metadata;
  const fallback: string = application.spec.destination.namespace ?? 'default';
  return objects
    .map(object => {
      const kind = findKind(object);
      if (!kind) {
        throw new Error(
          `The Kubernetes API could not find ${object.apiVersion}/${object.kind} for requested resource. Make sure the "${object.kind}" CRD is installed on the destination cluster.`,
        );
      }
      const namespace = kind.namespaced
        ? object.metadata.namespace ?? fallback
        : undefined;
      const objectName = object.metadata.name ?? '';
      const key = { ...(namespace && { namespace }), name: objectName };
      const id = `${name}:${kind.group}/${kind.kind}:${
        namespace ?? ''
      }/${objectName}`;
      const annotations = { ...object.metadata.annotations, [TRACKING]: id };
      const metadata = { ...object.metadata, ...key, annotations };
      return { kind, key, draft: { ...object, metadata } };
    })
    .sort((a, b) => waveOf(a.draft) - waveOf(b.draft));
}

function isHook({ metadata }: ObjectDraft): boolean {
  return metadata.annotations?.[HOOK] !== undefined;
}

function waveOf({ metadata }: ObjectDraft): number {
  return Number(metadata.annotations?.[WAVE] ?? 0);
}

/** Whether applying would change anything, object by object. */
export function compare(
  objects: ObjectService,
  targets: readonly Target[],
): readonly Comparison[] {
  return targets.map(target => {
    const live = objects.find(target.kind, target.key);
    return {
      target,
      live,
      synced: live !== undefined && isSame(objects, target, live),
    };
  });
}

/** Answers of {@link isSame}: neither a live object nor a draft is ever written to. */
const judged = new WeakMap<KubeObject, { draft: ObjectDraft; same: boolean }>();

function isSame(
  objects: ObjectService,
  { kind, key, draft }: Target,
  live: KubeObject,
): boolean {
  const known = judged.get(live);
  if (known?.draft === draft) return known.same;
  const options = { manager: MANAGER, key, dryRun: true };
  const wanted = withLiveFields(draft, live);
  const same = sameJson(objects.apply(kind, wanted, options).object, live);
  judged.set(live, { draft, same });
  return same;
}

export interface SyncOutcome {
  readonly phase: 'Succeeded' | 'Failed';
  readonly message: string;
}

/** Applies everything, makes the namespace, and removes what left Git. */
export function sync(
  objects: ObjectService,
  application: KubeObject,
  targets: readonly Target[],
): SyncOutcome {
  try {
    makeNamespace(objects, application);
    for (const { kind, key, draft } of targets) {
      const live = objects.find(kind, key);
      // A hook runs anew with each change, and a Job's template cannot be changed.
      if (live && isHook(draft)) {
        if (isSame(objects, { kind, key, draft }, live)) continue;
        objects.remove(kind, key);
      }
      const wanted = withLiveFields(draft, live);
      objects.apply(kind, wanted, { manager: MANAGER, key });
    }
    if (application.spec.syncPolicy?.automated?.prune) {
      prune(objects, application, targets);
    }
    return {
      phase: 'Succeeded',
      message: 'successfully synced (all tasks run)',
    };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return {
      phase: 'Failed',
      message: `one or more objects failed to apply, reason: ${error.message}`,
    };
  }
}

function makeNamespace(objects: ObjectService, { spec }: KubeObject): void {
  const name: string | undefined = spec.destination.namespace;
  const options: readonly string[] = spec.syncPolicy?.syncOptions ?? [];
  if (!name || !options.includes('CreateNamespace=true')) return;
  const { labels, annotations } =
    spec.syncPolicy?.managedNamespaceMetadata ?? {};
  const draft = {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name,
      ...(labels && { labels }),
      ...(annotations && { annotations }),
    },
  };
  objects.apply(KINDS.namespaces, draft, { manager: MANAGER, key: { name } });
}

/** Objects that the Application had before and Git no longer asks for. */
export function leftovers(
  objects: ObjectService,
  application: KubeObject,
  targets: readonly Target[],
): readonly { kind: KindInfo; key: ObjectKey; live: KubeObject }[] {
  const wanted = new Set(
    targets.map(({ draft }) => draft.metadata.annotations?.[TRACKING]),
  );
  return (application.status?.resources ?? []).flatMap((resource: any) => {
    const { group = '', version, kind: kindName, namespace, name } = resource;
    const kind = findKind({
      apiVersion: group ? `${group}/${version}` : version,
      kind: kindName,
    });
    const key = { ...(namespace && { namespace }), name };
    const live = kind && objects.find(kind, key);
    const mark = live?.metadata.annotations?.[TRACKING];
    const mine = mark?.startsWith(`${application.metadata.name}:`);
    return live && mine && !wanted.has(mark) ? [{ kind, key, live }] : [];
  });
}

function prune(
  objects: ObjectService,
  application: KubeObject,
  targets: readonly Target[],
): void {
  for (const { kind, key, live } of leftovers(objects, application, targets)) {
    const guarded = /Prune=(confirm|false)/.test(
      live.metadata.annotations?.[OPTIONS] ?? '',
    );
    if (!guarded && !live.metadata.deletionTimestamp) objects.remove(kind, key);
  }
}
