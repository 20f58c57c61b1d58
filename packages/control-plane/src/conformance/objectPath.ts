import type { Manifest } from '@baremetal/golden-path';

/** Plural names of the kinds that generated repositories hold. */
const PLURALS: Record<string, string> = {
  AnalysisTemplate: 'analysistemplates',
  CiliumNetworkPolicy: 'ciliumnetworkpolicies',
  ConfigMap: 'configmaps',
  CronJob: 'cronjobs',
  Deployment: 'deployments',
  ExternalSecret: 'externalsecrets',
  HTTPRoute: 'httproutes',
  HorizontalPodAutoscaler: 'horizontalpodautoscalers',
  Ingress: 'ingresses',
  Job: 'jobs',
  NetworkPolicy: 'networkpolicies',
  PersistentVolumeClaim: 'persistentvolumeclaims',
  PodDisruptionBudget: 'poddisruptionbudgets',
  PodMonitor: 'podmonitors',
  PrometheusRule: 'prometheusrules',
  Role: 'roles',
  RoleBinding: 'rolebindings',
  Rollout: 'rollouts',
  ScaledObject: 'scaledobjects',
  Secret: 'secrets',
  Service: 'services',
  ServiceAccount: 'serviceaccounts',
  StatefulSet: 'statefulsets',
  VerticalPodAutoscaler: 'verticalpodautoscalers',
};

/** Where an object lies in the API. @throws Error for a kind that no archetype makes. */
export function objectPath({ apiVersion, kind, metadata }: Manifest): string {
  const plural = PLURALS[kind];
  if (plural === undefined)
    throw new Error(`${kind} is a kind that this check does not know`);
  const root = apiVersion.includes('/')
    ? `/apis/${apiVersion}`
    : `/api/${apiVersion}`;
  return `${root}/namespaces/${metadata.namespace}/${plural}/${metadata.name}`;
}
