import type {
  BudgetRow,
  DeploymentRow,
  ReplicaSetRow,
  StatefulSetRow,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { Interner } from '@baremetal/kube-watch';
import {
  toConditions,
  toImages,
  toMeta,
  toNumber,
  toText,
  type RawCondition,
  type RawObject,
  type RawTemplate,
  type StringMap,
} from './rawMeta';

interface RawWorkload extends RawObject {
  readonly spec?: {
    readonly replicas?: number;
    readonly paused?: boolean;
    readonly template?: RawTemplate;
    readonly strategy?: {
      readonly rollingUpdate?: {
        readonly maxSurge?: number | string;
        readonly maxUnavailable?: number | string;
      };
    };
    readonly volumeClaimTemplates?: readonly RawObject[];
  };
  readonly status?: {
    readonly observedGeneration?: number;
    readonly replicas?: number;
    readonly updatedReplicas?: number;
    readonly readyReplicas?: number;
    readonly availableReplicas?: number;
    readonly currentRevision?: string;
    readonly updateRevision?: string;
    readonly conditions?: readonly RawCondition[];
  };
}

export function toReplicaSetRow(
  set: RawWorkload,
  intern: Interner,
): ReplicaSetRow {
  const { metadata, spec = {}, status = {} } = set;
  const { labels = {}, annotations = {} } = metadata;
  return {
    ...toMeta(set, intern),
    revision: revisionOf(annotations),
    podHash:
      labels['rollouts-pod-template-hash'] ?? labels['pod-template-hash'],
    replicas: spec.replicas ?? 1,
    currentReplicas: status.replicas ?? 0,
    readyReplicas: status.readyReplicas ?? 0,
    availableReplicas: status.availableReplicas ?? 0,
    images: toImages(spec.template, intern),
    scaleDownAt: annotations['scale-down-deadline'],
  };
}

export function toDeploymentRow(
  deployment: RawWorkload,
  intern: Interner,
): DeploymentRow {
  const { metadata, spec = {}, status = {} } = deployment;
  const { maxSurge, maxUnavailable } = spec.strategy?.rollingUpdate ?? {};
  return {
    ...toMeta(deployment, intern),
    generation: metadata.generation ?? 0,
    observedGeneration: status.observedGeneration,
    revision: revisionOf(metadata.annotations ?? {}),
    paused: spec.paused ?? false,
    ...countsOf(deployment),
    maxSurge: toText(maxSurge),
    maxUnavailable: toText(maxUnavailable),
    images: toImages(spec.template, intern),
    conditions: toConditions(status.conditions),
  };
}

export function toStatefulSetRow(
  set: RawWorkload,
  intern: Interner,
): StatefulSetRow {
  const { metadata, spec = {}, status = {} } = set;
  return {
    ...toMeta(set, intern),
    generation: metadata.generation ?? 0,
    observedGeneration: status.observedGeneration,
    ...countsOf(set),
    currentRevision: status.currentRevision,
    updateRevision: status.updateRevision,
    images: toImages(spec.template, intern),
    claimTemplates: (spec.volumeClaimTemplates ?? []).map(
      template => template.metadata.name,
    ),
  };
}

interface RawBudget extends RawObject {
  readonly spec?: {
    readonly minAvailable?: number | string;
    readonly maxUnavailable?: number | string;
    readonly selector?: { readonly matchLabels?: StringMap };
  };
  readonly status?: {
    readonly expectedPods?: number;
    readonly currentHealthy?: number;
    readonly desiredHealthy?: number;
    readonly disruptionsAllowed?: number;
  };
}

export function toBudgetRow(budget: RawBudget, intern: Interner): BudgetRow {
  const { spec = {}, status = {} } = budget;
  return {
    ...toMeta(budget, intern),
    minAvailable: toText(spec.minAvailable),
    maxUnavailable: toText(spec.maxUnavailable),
    selector: spec.selector?.matchLabels ?? {},
    expectedPods: status.expectedPods ?? 0,
    currentHealthy: status.currentHealthy ?? 0,
    desiredHealthy: status.desiredHealthy ?? 0,
    disruptionsAllowed: status.disruptionsAllowed ?? 0,
  };
}

function countsOf({ spec = {}, status = {} }: RawWorkload) {
  return {
    replicas: spec.replicas ?? 1,
    currentReplicas: status.replicas ?? 0,
    updatedReplicas: status.updatedReplicas ?? 0,
    readyReplicas: status.readyReplicas ?? 0,
    availableReplicas: status.availableReplicas ?? 0,
  };
}

function revisionOf(annotations: StringMap): number | undefined {
  return toNumber(
    annotations['rollout.argoproj.io/revision'] ??
      annotations['deployment.kubernetes.io/revision'],
  );
}
