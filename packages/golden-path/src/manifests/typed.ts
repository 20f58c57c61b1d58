import type {
  IAppProject,
  IApplicationSet,
} from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1';
import type {
  IAnalysisTemplate,
  IRollout,
} from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1';
import type { IVerticalPodAutoscaler } from '@kubernetes-models/autoscaler/autoscaling.k8s.io/v1';
import type { ICiliumNetworkPolicy } from '@kubernetes-models/cilium/cilium.io/v2';
import type { IExternalSecret } from '@kubernetes-models/external-secrets/external-secrets.io/v1';
import type { IHTTPRoute } from '@kubernetes-models/gateway-api/gateway.networking.k8s.io/v1';
import type { IScaledObject } from '@kubernetes-models/keda/keda.sh/v1alpha1';
import type {
  IPodMonitor,
  IPrometheusRule,
} from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1';
import type { IDeployment, IStatefulSet } from 'kubernetes-models/apps/v1';
import type { IHorizontalPodAutoscaler } from 'kubernetes-models/autoscaling/v2';
import type { ICronJob, IJob } from 'kubernetes-models/batch/v1';
import type {
  IIngress,
  INetworkPolicy,
} from 'kubernetes-models/networking.k8s.io/v1';
import type { IPodDisruptionBudget } from 'kubernetes-models/policy/v1';
import type {
  IRole,
  IRoleBinding,
} from 'kubernetes-models/rbac.authorization.k8s.io/v1';
import type {
  IConfigMap,
  IPersistentVolumeClaim,
  IPersistentVolumeClaimSpec,
  IService,
  IServiceAccount,
} from 'kubernetes-models/v1';
import type { Manifest } from '../types';

/** Everything that is written for a cluster. */
interface Kinds {
  AnalysisTemplate: IAnalysisTemplate;
  AppProject: IAppProject;
  ApplicationSet: IApplicationSet;
  CiliumNetworkPolicy: ICiliumNetworkPolicy;
  ConfigMap: IConfigMap;
  CronJob: ICronJob;
  Deployment: IDeployment;
  ExternalSecret: IExternalSecret;
  HTTPRoute: IHTTPRoute;
  HorizontalPodAutoscaler: IHorizontalPodAutoscaler;
  Ingress: IIngress;
  Job: IJob;
  NetworkPolicy: INetworkPolicy;
  PersistentVolumeClaim: IPersistentVolumeClaim;
  PodDisruptionBudget: IPodDisruptionBudget;
  PodMonitor: IPodMonitor;
  PrometheusRule: IPrometheusRule;
  Role: IRole;
  RoleBinding: IRoleBinding;
  Rollout: IRollout;
  ScaledObject: IScaledObject;
  Service: IService;
  ServiceAccount: IServiceAccount;
  StatefulSet: IStatefulSet;
  VerticalPodAutoscaler: IVerticalPodAutoscaler;
}

/**
 * An object of a kind, with the fields that the maintained packages give it: the compiler refuses one that the API
 * server would not know.
 *
 * Types only. The packages are ES modules, large, and no part of what runs.
 */
export type Typed<K extends keyof Kinds> = Kinds[K] & Manifest;

/** Parts that several kinds have. */
export type {
  IContainer,
  IPodSpec,
  ITopologySpreadConstraint,
  IVolume,
  IVolumeMount,
} from 'kubernetes-models/v1';
export type {
  ICanaryStep,
  IRolloutStrategy,
  IRolloutTrafficRouting,
} from '@kubernetes-models/argo-rollouts/argoproj.io/v1alpha1';
export type { IResourceIgnoreDifferences } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1';
export type { IScaleTriggers } from '@kubernetes-models/keda/keda.sh/v1alpha1';
export type AccessMode = NonNullable<
  IPersistentVolumeClaimSpec['accessModes']
>[number];
