import type { KubeObject } from '../../objects';
import type { Condition } from '../conditions';
import { withCondition } from '../conditions';
import { type Progress, weightOf } from './progress';
import { REPLACING } from './deadline';
import type { RolloutView } from './view';

interface Totals {
  readonly replicas: number;
  readonly updatedReplicas: number;
  readonly readyReplicas: number;
  readonly availableReplicas: number;
}

/** `status` as the controller of Rollouts writes it. */
export function statusOf(
  view: RolloutView,
  progress: Progress,
  { invalid, stamp }: { invalid: string | undefined; stamp: string },
): any {
  const { rollout } = view;
  const totals = totalsOf(view);
  const conditions = conditionsOf(view, { progress, totals, invalid }, stamp);
  const { abortMessage: _, ...kept } = progress;
  const status = {
    ...kept,
    ...totals,
    HPAReplicas: totals.replicas,
    selector: Object.entries(rollout.spec.selector?.matchLabels ?? {})
      .map(([key, value]) => `${key}=${value}`)
      .join(','),
    observedGeneration: String(rollout.metadata.generation ?? 1),
    ...(rollout.spec.strategy?.blueGreen
      ? {
          blueGreen: {
            activeSelector: progress.stableRS ?? view.hash,
            previewSelector: view.hash,
          },
        }
      : { blueGreen: {} }),
    ...(view.routed && { canary: withWeights(view, progress) }),
    conditions,
  };
  return { ...status, ...phaseOf(rollout, status) };
}

/** What the router was told, as the controller reports it. */
function withWeights(view: RolloutView, progress: Progress) {
  const moving =
    progress.stableRS !== undefined && progress.stableRS !== view.hash;
  const weight = moving ? weightOf(view, progress) : 0;
  const { stableRS = view.hash } = progress;
  const { stableService, canaryService } = view.rollout.spec.strategy.canary;
  return {
    ...progress.canary,
    weights: {
      canary: {
        weight,
        serviceName: canaryService,
        podTemplateHash: moving ? view.hash : stableRS,
      },
      stable: {
        weight: 100 - weight,
        serviceName: stableService,
        podTemplateHash: stableRS,
      },
      verified: true,
    },
  };
}

function totalsOf({ sets, current }: RolloutView): Totals {
  const total = (field: string) =>
    sets.reduce((sum, { status }) => sum + (status?.[field] ?? 0), 0);
  return {
    replicas: total('replicas'),
    updatedReplicas: current.status?.replicas ?? 0,
    readyReplicas: total('readyReplicas'),
    availableReplicas: total('availableReplicas'),
  };
}

function conditionsOf(
  view: RolloutView,
  {
    progress,
    totals,
    invalid,
  }: { progress: Progress; totals: Totals; invalid: string | undefined },
  stamp: string,
): readonly Condition[] {
  const { rollout, replicas, hash } = view;
  const available =
    totals.availableReplicas >= replicas - view.headroom.unavailable;
  const completed = progress.stableRS === hash;
  const healthy = completed && totals.availableReplicas >= replicas;
  const paused =
    Boolean(progress.pauseConditions) || rollout.spec.paused === true;
  const state = (value: boolean) => (value ? 'True' : 'False');
  const wanted: Condition[] = [
    {
      type: 'Available',
      status: state(available),
      reason: 'AvailableReason',
      message: available
        ? 'Rollout has minimum availability'
        : 'Rollout does not have minimum availability',
    },
    { type: 'Completed', status: state(completed), reason: 'RolloutCompleted' },
    {
      type: 'Healthy',
      status: state(healthy),
      reason: healthy ? 'RolloutHealthy' : 'RolloutNotHealthy',
    },
    { type: 'Paused', status: state(paused), reason: 'RolloutPaused' },
    progressing(view, progress, { healthy, paused }),
  ];
  if (invalid) {
    wanted.push({
      type: 'InvalidSpec',
      status: 'True',
      reason: 'InvalidSpec',
      message: invalid,
    });
  }
  const before: readonly Condition[] = (
    rollout.status?.conditions ?? []
  ).filter(({ type }: Condition) => invalid || type !== 'InvalidSpec');
  const conditions = wanted.reduce(
    (all, condition) => withCondition(all, condition, stamp),
    before,
  );
  return conditions.map(condition =>
    condition.type === 'Progressing'
      ? {
          ...condition,
          lastUpdateTime: hasMoved(rollout, { progress, totals, condition })
            ? stamp
            : condition.lastUpdateTime ?? stamp,
        }
      : condition,
  );
}

/** Whether anything came nearer since the last look: the deadline counts from there. */
function hasMoved(
  { status }: KubeObject,
  now: { progress: Progress; totals: Totals; condition: Condition },
): boolean {
  const { progress, totals, condition } = now;
  const before = status?.conditions?.find(
    ({ type }: Condition) => type === 'Progressing',
  );
  return (
    before?.reason !== condition.reason ||
    status.currentStepIndex !== progress.currentStepIndex ||
    status.updatedReplicas !== totals.updatedReplicas ||
    status.availableReplicas !== totals.availableReplicas
  );
}

function progressing(
  { revision, current, hash }: RolloutView,
  { abort, abortMessage, stableRS }: Progress,
  { healthy, paused }: { healthy: boolean; paused: boolean },
): Condition {
  const say = (
    status: Condition['status'],
    reason: string,
    message: string,
  ): Condition => ({ type: 'Progressing', status, reason, message });
  if (abort && stableRS !== hash) {
    const base = `Rollout aborted update to revision ${revision}`;
    const message = abortMessage ? `${base}: ${abortMessage}` : base;
    return say('False', 'RolloutAborted', message);
  }
  if (paused) return say('Unknown', 'RolloutPaused', 'Rollout is paused');
  const set = `ReplicaSet "${current.metadata.name}"`;
  return healthy
    ? say(
        'True',
        'NewReplicaSetAvailable',
        `${set} has successfully progressed.`,
      )
    : say('True', REPLACING, `${set} is progressing.`);
}

function phaseOf(
  rollout: KubeObject,
  status: any,
): { phase: string; message?: string } {
  const invalid = status.conditions.find(
    ({ type }: Condition) => type === 'InvalidSpec',
  );
  if (invalid)
    return { phase: 'Degraded', message: `InvalidSpec: ${invalid.message}` };
  const progress = status.conditions.find(
    ({ type }: Condition) => type === 'Progressing',
  );
  if (
    progress?.reason === 'RolloutAborted' ||
    progress?.reason === 'ProgressDeadlineExceeded'
  ) {
    return {
      phase: 'Degraded',
      message: `${progress.reason}: ${progress.message}`,
    };
  }
  if (rollout.spec.paused)
    return { phase: 'Paused', message: 'manually paused' };
  const [pause] = status.pauseConditions ?? [];
  if (pause) return { phase: 'Paused', message: pause.reason };
  const waiting = waitingFor(rollout.spec.replicas ?? 1, status);
  return waiting
    ? { phase: 'Progressing', message: waiting }
    : { phase: 'Healthy' };
}

function waitingFor(wanted: number, status: any): string | undefined {
  const promoted =
    status.stableRS !== undefined && status.stableRS === status.currentPodHash;
  if (promoted && status.updatedReplicas < wanted)
    return 'more replicas need to be updated';
  if (!promoted && status.availableReplicas < wanted)
    return 'updated replicas are still becoming available';
  if (!promoted) return 'waiting for all steps to complete';
  if (status.availableReplicas < status.updatedReplicas)
    return 'updated replicas are still becoming available';
  if (status.updatedReplicas < status.replicas)
    return 'old replicas are pending termination';
  return undefined;
}
