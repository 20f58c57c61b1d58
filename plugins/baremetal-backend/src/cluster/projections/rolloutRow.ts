import type {
  RolloutRow,
  RolloutStatusRow,
  RolloutStrategyRow,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { Interner } from '@baremetal/kube-watch';
import { toStep, type RawStep } from './canaryStep';
import {
  toConditions,
  toImages,
  toMeta,
  toNumber,
  toText,
  type RawCondition,
  type RawObject,
  type RawTemplate,
} from './rawMeta';

interface RawRollout extends RawObject {
  readonly spec?: {
    readonly replicas?: number;
    readonly paused?: boolean;
    readonly minReadySeconds?: number;
    readonly progressDeadlineSeconds?: number;
    readonly template?: RawTemplate;
    readonly workloadRef?: object;
    readonly strategy?: {
      readonly canary?: RawCanary;
      readonly blueGreen?: RawBlueGreen;
    };
  };
  readonly status?: RawStatus;
}

interface RawCanary {
  readonly steps?: readonly RawStep[];
  readonly stableService?: string;
  readonly canaryService?: string;
  readonly trafficRouting?: object;
  readonly dynamicStableScale?: boolean;
  readonly maxSurge?: number | string;
  readonly maxUnavailable?: number | string;
  readonly analysis?: { readonly templates?: readonly object[] };
}

interface RawBlueGreen {
  readonly activeService?: string;
  readonly previewService?: string;
  readonly autoPromotionEnabled?: boolean;
  readonly autoPromotionSeconds?: number;
  readonly previewReplicaCount?: number;
}

interface RawStatus {
  readonly observedGeneration?: string | number;
  readonly workloadObservedGeneration?: string | number;
  readonly phase?: string;
  readonly message?: string;
  readonly currentPodHash?: string;
  readonly stableRS?: string;
  readonly currentStepIndex?: number;
  readonly abort?: boolean;
  readonly abortedAt?: string;
  readonly promoteFull?: boolean;
  readonly controllerPause?: boolean;
  readonly pauseConditions?: readonly {
    readonly reason: string;
    readonly startTime: string;
  }[];
  readonly replicas?: number;
  readonly updatedReplicas?: number;
  readonly readyReplicas?: number;
  readonly availableReplicas?: number;
  readonly canary?: {
    readonly weights?: { readonly canary?: { readonly weight?: number } };
    readonly currentStepAnalysisRunStatus?: { readonly name?: string };
    readonly currentBackgroundAnalysisRunStatus?: { readonly name?: string };
  };
  readonly conditions?: readonly RawCondition[];
}

export function toRolloutRow(
  rollout: RawRollout,
  intern: Interner,
): RolloutRow {
  const { metadata, spec = {}, status = {} } = rollout;
  const annotations = metadata.annotations ?? {};
  return {
    ...toMeta(rollout, intern),
    generation: metadata.generation ?? 0,
    observedGeneration: toText(status.observedGeneration),
    revision: toNumber(annotations['rollout.argoproj.io/revision']),
    replicas: spec.replicas ?? 1,
    specPaused: spec.paused ?? false,
    minReadySeconds: spec.minReadySeconds ?? 0,
    progressDeadlineSeconds: spec.progressDeadlineSeconds ?? 600,
    strategy: toStrategy(spec.strategy),
    images: toImages(spec.template, intern),
    workload: spec.workloadRef && {
      generation: annotations['rollout.argoproj.io/workload-generation'],
      observedGeneration: toText(status.workloadObservedGeneration),
    },
    status: toStatus(status),
  };
}

function toStrategy(
  strategy: { canary?: RawCanary; blueGreen?: RawBlueGreen } = {},
): RolloutStrategyRow {
  const { canary, blueGreen } = strategy;
  if (canary) {
    return {
      kind: 'canary',
      steps: (canary.steps ?? []).map(toStep),
      stableService: canary.stableService,
      canaryService: canary.canaryService,
      routed: canary.trafficRouting !== undefined,
      dynamicStableScale: canary.dynamicStableScale ?? false,
      maxSurge: toText(canary.maxSurge),
      maxUnavailable: toText(canary.maxUnavailable),
      backgroundAnalysis: (canary.analysis?.templates ?? []).length > 0,
    };
  }
  if (blueGreen) {
    return {
      kind: 'blueGreen',
      activeService: blueGreen.activeService,
      previewService: blueGreen.previewService,
      autoPromotes: blueGreen.autoPromotionEnabled ?? true,
      autoPromotionSeconds: blueGreen.autoPromotionSeconds || undefined,
      previewReplicas: blueGreen.previewReplicaCount,
    };
  }
  return { kind: 'none' };
}

function toStatus(status: RawStatus): RolloutStatusRow {
  const { canary = {} } = status;
  return {
    phase: status.phase,
    message: status.message,
    currentPodHash: status.currentPodHash,
    stableHash: status.stableRS,
    currentStepIndex: status.currentStepIndex,
    aborted: status.abort ?? false,
    abortedAt: status.abortedAt,
    promoteFull: status.promoteFull ?? false,
    controllerPause: status.controllerPause ?? false,
    pauses: (status.pauseConditions ?? []).map(({ reason, startTime }) => ({
      reason,
      startedAt: startTime,
    })),
    replicas: status.replicas ?? 0,
    updatedReplicas: status.updatedReplicas ?? 0,
    readyReplicas: status.readyReplicas ?? 0,
    availableReplicas: status.availableReplicas ?? 0,
    canaryWeight: canary.weights?.canary?.weight,
    stepAnalysis: canary.currentStepAnalysisRunStatus?.name,
    backgroundAnalysis: canary.currentBackgroundAnalysisRunStatus?.name,
    conditions: toConditions(status.conditions),
  };
}
