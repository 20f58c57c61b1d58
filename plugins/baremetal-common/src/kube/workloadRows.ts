import type { ConditionRow, RowMeta, TemplateImage } from './rowMeta';

export interface ReplicaSetRow extends RowMeta {
  /** Annotation `rollout.argoproj.io/revision`, or `deployment.kubernetes.io/revision`. */
  readonly revision?: number;
  /** Label `rollouts-pod-template-hash`, or `pod-template-hash`. */
  readonly podHash?: string;
  readonly replicas: number;
  /** What exists, is ready and is available. */
  readonly currentReplicas: number;
  readonly readyReplicas: number;
  readonly availableReplicas: number;
  readonly images: readonly TemplateImage[];
  /** Annotation `scale-down-deadline`. */
  readonly scaleDownAt?: string;
}

export interface DeploymentRow extends RowMeta {
  readonly generation: number;
  readonly observedGeneration?: number;
  readonly revision?: number;
  readonly paused: boolean;
  readonly replicas: number;
  readonly currentReplicas: number;
  readonly updatedReplicas: number;
  readonly readyReplicas: number;
  readonly availableReplicas: number;
  /** As written: a number or a percentage. */
  readonly maxSurge?: string;
  readonly maxUnavailable?: string;
  readonly images: readonly TemplateImage[];
  readonly conditions: readonly ConditionRow[];
}

export interface StatefulSetRow extends RowMeta {
  readonly generation: number;
  readonly observedGeneration?: number;
  readonly replicas: number;
  readonly currentReplicas: number;
  readonly updatedReplicas: number;
  readonly readyReplicas: number;
  readonly availableReplicas: number;
  readonly currentRevision?: string;
  readonly updateRevision?: string;
  readonly images: readonly TemplateImage[];
  /** Names of its claim templates: a pod's claim is `<template>-<pod>`. */
  readonly claimTemplates: readonly string[];
}

export interface BudgetRow extends RowMeta {
  /** As written: a number or a percentage. */
  readonly minAvailable?: string;
  readonly maxUnavailable?: string;
  readonly selector: Readonly<Record<string, string>>;
  readonly expectedPods: number;
  readonly currentHealthy: number;
  readonly desiredHealthy: number;
  readonly disruptionsAllowed: number;
}
