import type { FieldSpec } from './fieldSpecs';

// Facts of kustomize 5.8's `builtinpluginconsts`, written as tables.

const field = (
  path: string,
  kind = '',
  group = '',
  options: { create?: boolean; version?: string } = {},
): FieldSpec => ({
  path,
  ...(kind ? { kind } : {}),
  ...(group ? { group } : {}),
  ...(options.version ? { version: options.version } : {}),
  create: options.create ?? true,
});

const TEMPLATE = 'spec/template';
const CRON_TEMPLATE = 'spec/jobTemplate/spec/template';

/** Labels and annotations that the pods of each workload carry. Rollouts are not among them. */
const podMetadata = (leaf: 'labels' | 'annotations'): FieldSpec[] => [
  field(`metadata/${leaf}`),
  field(`${TEMPLATE}/metadata/${leaf}`, 'ReplicationController', '', {
    version: 'v1',
  }),
  field(`${TEMPLATE}/metadata/${leaf}`, 'Deployment'),
  field(`${TEMPLATE}/metadata/${leaf}`, 'ReplicaSet'),
  field(`${TEMPLATE}/metadata/${leaf}`, 'DaemonSet'),
  field(
    `${TEMPLATE}/metadata/${leaf}`,
    'StatefulSet',
    leaf === 'labels' ? 'apps' : '',
  ),
  field(`${TEMPLATE}/metadata/${leaf}`, 'Job', 'batch'),
  field(`spec/jobTemplate/metadata/${leaf}`, 'CronJob', 'batch'),
  field(`${CRON_TEMPLATE}/metadata/${leaf}`, 'CronJob', 'batch'),
];

export const TEMPLATE_LABELS: readonly FieldSpec[] = [
  ...podMetadata('labels'),
  field('spec/volumeClaimTemplates[]/metadata/labels', 'StatefulSet', 'apps'),
];

export const COMMON_ANNOTATIONS: readonly FieldSpec[] =
  podMetadata('annotations');

const AFFINITY_TERMS = ['podAffinity', 'podAntiAffinity'].flatMap(kind => [
  `affinity/${kind}/preferredDuringSchedulingIgnoredDuringExecution/podAffinityTerm`,
  `affinity/${kind}/requiredDuringSchedulingIgnoredDuringExecution`,
]);

const schedulingSelectors = (kind: string): FieldSpec[] =>
  [...AFFINITY_TERMS, 'topologySpreadConstraints'].map(term =>
    field(`${TEMPLATE}/spec/${term}/labelSelector/matchLabels`, kind, 'apps', {
      create: false,
    }),
  );

/** Everything that `includeSelectors` touches. */
export const COMMON_LABELS: readonly FieldSpec[] = [
  field('spec/selector', 'Service', '', { version: 'v1' }),
  field('spec/selector', 'ReplicationController', '', { version: 'v1' }),
  field('spec/selector/matchLabels', 'Deployment'),
  ...schedulingSelectors('Deployment'),
  field('spec/selector/matchLabels', 'ReplicaSet'),
  field('spec/selector/matchLabels', 'DaemonSet'),
  field('spec/selector/matchLabels', 'StatefulSet', 'apps'),
  ...schedulingSelectors('StatefulSet'),
  field('spec/selector/matchLabels', 'Job', 'batch', { create: false }),
  field('spec/jobTemplate/spec/selector/matchLabels', 'CronJob', 'batch', {
    create: false,
  }),
  field('spec/selector/matchLabels', 'PodDisruptionBudget', 'policy', {
    create: false,
  }),
  ...['podSelector', 'ingress/from/podSelector', 'egress/to/podSelector'].map(
    path =>
      field(`spec/${path}/matchLabels`, 'NetworkPolicy', 'networking.k8s.io', {
        create: false,
      }),
  ),
  ...TEMPLATE_LABELS,
];

export const IMAGES: readonly FieldSpec[] = [
  'spec',
  `${TEMPLATE}/spec`,
].flatMap(pod => [
  field(`${pod}/containers[]/image`),
  field(`${pod}/initContainers[]/image`),
  field(`${pod}/volumes[]/image/reference`),
]);

export const NAMESPACE: readonly FieldSpec[] = [
  field('metadata/name', 'Namespace'),
  field('spec/service/namespace', 'APIService', 'apiregistration.k8s.io'),
  field(
    'spec/conversion/webhook/clientConfig/service/namespace',
    'CustomResourceDefinition',
    'apiextensions.k8s.io',
    { create: false },
  ),
];

export const REPLICAS: readonly FieldSpec[] = [
  'Deployment',
  'ReplicationController',
  'ReplicaSet',
  'StatefulSet',
].map(kind => field('spec/replicas', kind));
