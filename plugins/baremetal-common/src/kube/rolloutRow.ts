import type { ConditionRow, RowMeta, TemplateImage } from './rowMeta';

/** A step of a canary as the manifest writes it, cut to what is shown; exactly one key is set. */
export type CanaryStepRow =
  | { readonly kind: 'setWeight'; readonly weight: number }
  /** `duration` as written (`30`, `10m`); absent: until a person promotes. */
  | { readonly kind: 'pause'; readonly duration?: string }
  | { readonly kind: 'analysis'; readonly templates: readonly string[] }
  | { readonly kind: 'setCanaryScale'; readonly words: string }
  | { readonly kind: 'experiment' }
  /** Header and mirror routes, plugins and what comes later; `name` is the step's key. */
  | { readonly kind: 'other'; readonly name: string };

export type RolloutStrategyRow =
  | {
      readonly kind: 'canary';
      readonly steps: readonly CanaryStepRow[];
      readonly stableService?: string;
      readonly canaryService?: string;
      /** A traffic router sets the share of requests; without one pods are the share. */
      readonly routed: boolean;
      readonly dynamicStableScale: boolean;
      /** As written: a number or a percentage. */
      readonly maxSurge?: string;
      readonly maxUnavailable?: string;
      readonly backgroundAnalysis: boolean;
    }
  | {
      readonly kind: 'blueGreen';
      readonly activeService?: string;
      readonly previewService?: string;
      readonly autoPromotes: boolean;
      /** Seconds after which the preview takes over by itself. */
      readonly autoPromotionSeconds?: number;
      readonly previewReplicas?: number;
    }
  | { readonly kind: 'none' };

export interface RolloutRow extends RowMeta {
  readonly generation: number;
  /** As the controller writes it: a string that is usually a number. */
  readonly observedGeneration?: string;
  /** Annotation `rollout.argoproj.io/revision`. */
  readonly revision?: number;
  /** `spec.replicas`. */
  readonly replicas: number;
  /** `spec.paused`: somebody paused it by hand. */
  readonly specPaused: boolean;
  readonly minReadySeconds: number;
  readonly progressDeadlineSeconds: number;
  readonly strategy: RolloutStrategyRow;
  readonly images: readonly TemplateImage[];
  /** Set when the pod template lies in another object. */
  readonly workload?: {
    /** Annotation `rollout.argoproj.io/workload-generation`. */
    readonly generation?: string;
    readonly observedGeneration?: string;
  };
  readonly status: RolloutStatusRow;
}

export interface RolloutStatusRow {
  /** The controller's own words, when it is new enough to say them. */
  readonly phase?: string;
  readonly message?: string;
  readonly currentPodHash?: string;
  readonly stableHash?: string;
  readonly currentStepIndex?: number;
  readonly aborted: boolean;
  readonly abortedAt?: string;
  readonly promoteFull: boolean;
  readonly controllerPause: boolean;
  readonly pauses: readonly {
    readonly reason: string;
    readonly startedAt: string;
  }[];
  readonly replicas: number;
  readonly updatedReplicas: number;
  readonly readyReplicas: number;
  readonly availableReplicas: number;
  /** Percent of requests as the traffic router was told; absent without one. */
  readonly canaryWeight?: number;
  /** Name of the analysis run of the current step, and of the one beside all steps. */
  readonly stepAnalysis?: string;
  readonly backgroundAnalysis?: string;
  readonly conditions: readonly ConditionRow[];
}
