import type { KubeObject } from '../kube/objects';
import { KINDS } from '../kube/kinds';
import type { ObjectService } from '../kube/ObjectService';
import type { HealthStatus } from './health';
import { healthOf, worstHealth } from './health';
import type { RenderedSource } from './repositories';
import type { Comparison, SyncOutcome } from './syncApplication';

/** `status.resources[]` and the health that follows from them. */
export function resourceStatuses(comparisons: readonly Comparison[]) {
  return comparisons.map(({ target, live, synced }) => {
    const health = healthOf(live);
    const { kind, key } = target;
    return {
      ...(kind.group !== '' && { group: kind.group }),
      version: kind.version,
      kind: kind.kind,
      ...(key.namespace !== undefined && { namespace: key.namespace }),
      name: key.name,
      status: synced ? 'Synced' : 'OutOfSync',
      ...(health && { health }),
    };
  });
}

export function statusOf(
  application: KubeObject,
  observed: {
    readonly objects: ObjectService;
    readonly rendered: RenderedSource;
    readonly comparisons: readonly Comparison[];
    readonly outcome: SyncOutcome | undefined;
    readonly stamp: string;
  },
): any {
  const { rendered, comparisons, outcome, stamp, objects } = observed;
  const { spec, status: before = {} } = application;
  const resources = resourceStatuses(comparisons);
  const synced = resources.every(({ status }) => status === 'Synced');
  const health = worstHealth(
    resources.flatMap(resource =>
      resource.health ? [resource.health.status] : [],
    ),
  );
  return {
    ...before,
    sync: {
      status: synced ? 'Synced' : 'OutOfSync',
      revision: rendered.revision,
      comparedTo: { source: spec.source, destination: spec.destination },
    },
    health: withTransition(before.health, health, stamp),
    resources,
    summary: { images: imagesOf(objects, application, comparisons) },
    sourceType: rendered.type,
    conditions: undefined,
    ...(outcome && operation(application, { rendered, outcome, stamp })),
    reconciledAt: before.reconciledAt ?? stamp,
  };
}

function withTransition(
  before: { status: HealthStatus; lastTransitionTime: string } | undefined,
  status: HealthStatus,
  stamp: string,
) {
  return before?.status === status
    ? before
    : { status, lastTransitionTime: stamp };
}

/** Images of the pods that run, and of the workloads that ask for them. */
function imagesOf(
  objects: ObjectService,
  application: KubeObject,
  comparisons: readonly Comparison[],
): readonly string[] {
  const specs = comparisons.map(({ live }) => live?.spec?.template?.spec);
  const pods =
    comparisons.length === 0
      ? []
      : objects.list(KINDS.pods, application.spec.destination.namespace);
  const all = [...specs, ...pods.map(({ spec }) => spec)].flatMap(spec =>
    (spec?.containers ?? []).map(({ image }: { image: string }) => image),
  );
  return [...new Set<string>(all)].sort();
}

function operation(
  { spec, status }: KubeObject,
  {
    rendered,
    outcome,
    stamp,
  }: { rendered: RenderedSource; outcome: SyncOutcome; stamp: string },
) {
  const { revision } = rendered;
  const { phase, message } = outcome;
  const history: readonly any[] = status?.history ?? [];
  const last = history[history.length - 1];
  const deployed = phase === 'Succeeded' && last?.revision !== revision;
  const initiatedBy = { automated: true };
  return {
    operationState: {
      operation: { initiatedBy, sync: { revision, prune: true } },
      phase,
      message,
      startedAt: stamp,
      finishedAt: stamp,
      syncResult: { revision, source: spec.source },
    },
    history: deployed
      ? [
          ...history,
          {
            id: (last?.id ?? -1) + 1,
            revision,
            deployStartedAt: stamp,
            deployedAt: stamp,
            source: spec.source,
            initiatedBy,
          },
        ].slice(-10)
      : history,
  };
}
