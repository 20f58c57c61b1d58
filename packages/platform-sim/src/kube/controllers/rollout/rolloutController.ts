import { KINDS } from '../../kinds';
import type { KubeObject } from '../../objects';
import { keyOf, sameJson } from '../../objects';
import type { ControllerContext } from '../context';
import { findLive, wakeOwner, wakeSelf } from '../context';
import type { Controller } from '../ControllerLoop';
import { scale } from '../deploymentController';
import { advance, countsFor, progressOf, type Progress } from './progress';
import { route } from './route';
import { nextCounts } from './scaling';
import { findTemplate, terminateRuns, type TemplateRef } from './stepAnalysis';
import { statusOf } from './statusOf';
import {
  HASH,
  REVISION,
  revisionOf,
  viewRollout,
  type RolloutView,
} from './view';

const MANAGED_BY = 'argo-rollouts.argoproj.io/managed-by-rollouts';

/**
 * Argo Rollouts for canaries by share of replicas or requests, and for blue/green: weights, pauses, step analyses,
 * abort, retry, promote.
 *
 * @remarks
 *
 * Routes get their weights. Header routes, analyses around a switch, experiments and delays before old pods go are
 * proven on the real controller and not simulated here.
 */
export function rolloutController(context: ControllerContext): Controller {
  return {
    name: 'rollouts',
    wakes: [
      { kind: KINDS.rollouts, keys: wakeSelf },
      { kind: KINDS.replicasets, keys: wakeOwner(KINDS.rollouts) },
      { kind: KINDS.analysisruns, keys: wakeOwner(KINDS.rollouts) },
      {
        kind: KINDS.analysistemplates,
        keys: template =>
          context.objects
            .list(KINDS.rollouts, template.metadata.namespace)
            .map(({ metadata }) => `${metadata.namespace}/${metadata.name}`),
      },
    ],
    reconcile(key) {
      const rollout = findLive(context, KINDS.rollouts, key);
      if (!rollout) return undefined;
      const invalid = invalidSpec(context, rollout);
      const view = viewRollout(context, rollout);
      const before = progressOf(view);
      const { progress, wait } = invalid
        ? { progress: before, wait: undefined }
        : advance(context, view, before);
      if (!invalid) {
        scaleSets(context, view, progress);
        steer(context, view, progress);
        route(context, view, progress);
        cleanUp(context, view);
      }
      const currentRun = progress.canary.currentStepAnalysisRunStatus?.name;
      terminateRuns(context, rollout, progress.abort ? undefined : currentRun);
      write(context, viewRollout(context, rollout), { progress, invalid });
      return wait;
    },
  };
}

function scaleSets(
  context: ControllerContext,
  view: RolloutView,
  progress: Progress,
): void {
  const { sets, hash, current, replicas, headroom } = view;
  const desired = countsFor(view, progress);
  const stable = sets.find(
    set => set.metadata.labels?.[HASH] === progress.stableRS && set !== current,
  );
  const state = (set: KubeObject | undefined) => ({
    wanted: set?.spec.replicas ?? 0,
    available: set?.status?.availableReplicas ?? 0,
  });
  if (progress.stableRS === undefined) {
    for (const set of sets) scale(context, set, set === current ? replicas : 0);
    return;
  }
  const counts = nextCounts(replicas, {
    canary: state(current),
    stable: state(stable ?? oldestWithPods(view, hash)),
    desired,
    headroom,
  });
  for (const set of sets) {
    const label = set.metadata.labels?.[HASH];
    if (label === hash) scale(context, set, counts.canary);
    else if (label === progress.stableRS) scale(context, set, counts.stable);
    else scale(context, set, stable ? 0 : counts.stable);
  }
}

/** After a promotion the sets that lost their pods' places, as one. */
function oldestWithPods(
  view: RolloutView,
  hash: string,
): KubeObject | undefined {
  return view.sets.find(
    set => set.metadata.labels?.[HASH] !== hash && (set.spec.replicas ?? 0) > 0,
  );
}

/** Points the services at the pods of their version. */
function steer(
  { objects }: ControllerContext,
  { rollout, hash, current }: RolloutView,
  { stableRS = hash }: Progress,
): void {
  const { canary = {}, blueGreen = {} } = rollout.spec.strategy ?? {};
  const { stableService = blueGreen.activeService } = canary;
  const { canaryService = blueGreen.previewService } = canary;
  const canaryHash =
    (current.status?.availableReplicas ?? 0) > 0 ? hash : stableRS;
  const targets = [
    [stableService, stableRS],
    [canaryService, canaryHash],
  ] as const;
  for (const [name, target] of targets) {
    if (!name) continue;
    const key = { namespace: rollout.metadata.namespace, name };
    const found = objects.find(KINDS.services, key);
    if (!found || found.spec.selector?.[HASH] === target) continue;
    objects.update(KINDS.services, key, live => ({
      ...live,
      metadata: {
        ...live.metadata,
        annotations: {
          ...live.metadata.annotations,
          [MANAGED_BY]: rollout.metadata.name,
        },
      },
      spec: {
        ...live.spec,
        selector: { ...live.spec.selector, [HASH]: target },
      },
    }));
  }
}

function cleanUp({ objects }: ControllerContext, view: RolloutView): void {
  const kept: number = view.rollout.spec.revisionHistoryLimit ?? 10;
  const idle = view.sets
    .filter(
      set =>
        set !== view.current &&
        set.metadata.labels?.[HASH] !== view.rollout.status?.stableRS &&
        set.spec.replicas === 0 &&
        (set.status?.replicas ?? 0) === 0,
    )
    .sort((a, b) => revisionOf(b) - revisionOf(a));
  for (const set of idle.slice(kept))
    objects.remove(KINDS.replicasets, keyOf(set));
}

function write(
  { objects, clock }: ControllerContext,
  view: RolloutView,
  { progress, invalid }: { progress: Progress; invalid: string | undefined },
): void {
  const { rollout, revision } = view;
  if (rollout.metadata.annotations?.[REVISION] !== String(revision)) {
    objects.update(KINDS.rollouts, keyOf(rollout), live => ({
      ...live,
      metadata: {
        ...live.metadata,
        annotations: {
          ...live.metadata.annotations,
          [REVISION]: String(revision),
        },
      },
    }));
  }
  const status = JSON.parse(
    JSON.stringify(statusOf(view, progress, { invalid, stamp: clock.stamp() })),
  );
  if (!sameJson(status, rollout.status)) {
    objects.setStatus(KINDS.rollouts, rollout, status);
  }
}

/** What the controller refuses, in its words. */
function invalidSpec(
  context: ControllerContext,
  rollout: KubeObject,
): string | undefined {
  const { name, namespace } = rollout.metadata;
  const { canary, blueGreen } = rollout.spec.strategy ?? {};
  const problem = (path: string, why: string) =>
    `The Rollout "${name}" is invalid: spec.strategy${path}: ${why}`;
  if (!canary && !blueGreen) {
    return problem('', "Rollout has missing field 'canary' or 'blueGreen'");
  }
  for (const [index, step] of (canary?.steps ?? []).entries()) {
    const refs: readonly TemplateRef[] = step.analysis?.templates ?? [];
    const missing = refs.find(ref => !findTemplate(context, namespace, ref));
    if (missing) {
      const { templateName } = missing;
      return problem(
        `.canary.steps[${index}].analysis.templates`,
        `Invalid value: "${templateName}": AnalysisTemplate '${templateName}' not found`,
      );
    }
  }
  const named = { ...canary, ...blueGreen };
  const path = canary ? 'canary' : 'blueGreen';
  for (const field of [
    'stableService',
    'canaryService',
    'activeService',
    'previewService',
  ]) {
    const service: string | undefined = named[field];
    if (
      service &&
      !context.objects.find(KINDS.services, { namespace, name: service })
    ) {
      return problem(
        `.${path}.${field}`,
        `Invalid value: "${service}": service "${service}" not found`,
      );
    }
  }
  return undefined;
}
