/** One resource type of the API. */
export interface KindInfo {
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly namespaced: boolean;
  /** Defined by a CustomResourceDefinition: stricter about updates, no strategic merge. */
  readonly custom: boolean;
  /** Status is written through `/status` only. */
  readonly status: boolean;
  /** Counts changes of the desired state in `metadata.generation`. */
  readonly counted: boolean;
}

type Flags = { cluster?: true; status?: true; counted?: true };

function define(
  groupVersion: string,
  kind: string,
  plural: string,
  flags: Flags = {},
): KindInfo {
  const slash = groupVersion.indexOf('/');
  const group = slash < 0 ? '' : groupVersion.slice(0, slash);
  const custom =
    /argoproj|coreos|external-secrets|gateway\.networking|keda|cilium|^autoscaling\.k8s|snapshot\.storage/.test(
      group,
    );
  return {
    group,
    version: groupVersion.slice(slash + 1),
    kind,
    plural,
    namespaced: flags.cluster !== true,
    custom,
    status: flags.status === true,
    counted: custom || flags.counted === true,
  };
}

const CLUSTER = { cluster: true } as const;
const STATUS = { status: true } as const;
const COUNTED = { status: true, counted: true } as const;

/** Kinds that controllers here name themselves. */
export const KINDS = {
  namespaces: define('v1', 'Namespace', 'namespaces', {
    ...CLUSTER,
    ...STATUS,
  }),
  nodes: define('v1', 'Node', 'nodes', { ...CLUSTER, ...STATUS }),
  pods: define('v1', 'Pod', 'pods', COUNTED),
  services: define('v1', 'Service', 'services', STATUS),
  configmaps: define('v1', 'ConfigMap', 'configmaps'),
  secrets: define('v1', 'Secret', 'secrets'),
  serviceaccounts: define('v1', 'ServiceAccount', 'serviceaccounts'),
  persistentvolumeclaims: define(
    'v1',
    'PersistentVolumeClaim',
    'persistentvolumeclaims',
    STATUS,
  ),
  persistentvolumes: define('v1', 'PersistentVolume', 'persistentvolumes', {
    ...CLUSTER,
    ...STATUS,
  }),
  events: define('v1', 'Event', 'events'),
  replicasets: define('apps/v1', 'ReplicaSet', 'replicasets', COUNTED),
  deployments: define('apps/v1', 'Deployment', 'deployments', COUNTED),
  statefulsets: define('apps/v1', 'StatefulSet', 'statefulsets', COUNTED),
  daemonsets: define('apps/v1', 'DaemonSet', 'daemonsets', COUNTED),
  poddisruptionbudgets: define(
    'policy/v1',
    'PodDisruptionBudget',
    'poddisruptionbudgets',
    COUNTED,
  ),
  storageclasses: define(
    'storage.k8s.io/v1',
    'StorageClass',
    'storageclasses',
    CLUSTER,
  ),
  volumeattachments: define(
    'storage.k8s.io/v1',
    'VolumeAttachment',
    'volumeattachments',
    { ...CLUSTER, ...STATUS },
  ),
  rollouts: define('argoproj.io/v1alpha1', 'Rollout', 'rollouts', STATUS),
  analysisruns: define('argoproj.io/v1alpha1', 'AnalysisRun', 'analysisruns'),
  analysistemplates: define(
    'argoproj.io/v1alpha1',
    'AnalysisTemplate',
    'analysistemplates',
  ),
  clusteranalysistemplates: define(
    'argoproj.io/v1alpha1',
    'ClusterAnalysisTemplate',
    'clusteranalysistemplates',
    CLUSTER,
  ),
  jobs: define('batch/v1', 'Job', 'jobs', COUNTED),
  cronjobs: define('batch/v1', 'CronJob', 'cronjobs', COUNTED),
  horizontalpodautoscalers: define(
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    'horizontalpodautoscalers',
    STATUS,
  ),
  scaledobjects: define(
    'keda.sh/v1alpha1',
    'ScaledObject',
    'scaledobjects',
    STATUS,
  ),
  httproutes: define(
    'gateway.networking.k8s.io/v1',
    'HTTPRoute',
    'httproutes',
    STATUS,
  ),
  applications: define('argoproj.io/v1alpha1', 'Application', 'applications'),
  applicationsets: define(
    'argoproj.io/v1alpha1',
    'ApplicationSet',
    'applicationsets',
    STATUS,
  ),
  appprojects: define('argoproj.io/v1alpha1', 'AppProject', 'appprojects'),
} as const;

const SERVED_ONLY = [
  define('v1', 'ResourceQuota', 'resourcequotas', STATUS),
  define('v1', 'LimitRange', 'limitranges'),
  define('v1', 'PodTemplate', 'podtemplates', { counted: true }),
  define('v1', 'ReplicationController', 'replicationcontrollers', COUNTED),
  define('v1', 'Endpoints', 'endpoints'),
  define('discovery.k8s.io/v1', 'EndpointSlice', 'endpointslices', {
    counted: true,
  }),
  define('apps/v1', 'ControllerRevision', 'controllerrevisions'),
  define(
    'autoscaling.k8s.io/v1',
    'VerticalPodAutoscaler',
    'verticalpodautoscalers',
    STATUS,
  ),
  define(
    'snapshot.storage.k8s.io/v1',
    'VolumeSnapshot',
    'volumesnapshots',
    STATUS,
  ),
  define(
    'snapshot.storage.k8s.io/v1',
    'VolumeSnapshotClass',
    'volumesnapshotclasses',
    CLUSTER,
  ),
  define(
    'cilium.io/v2',
    'CiliumNetworkPolicy',
    'ciliumnetworkpolicies',
    STATUS,
  ),
  define('networking.k8s.io/v1', 'NetworkPolicy', 'networkpolicies', {
    counted: true,
  }),
  define('networking.k8s.io/v1', 'Ingress', 'ingresses', COUNTED),
  define('networking.k8s.io/v1', 'IngressClass', 'ingressclasses', {
    ...CLUSTER,
    counted: true,
  }),
  define('scheduling.k8s.io/v1', 'PriorityClass', 'priorityclasses', {
    ...CLUSTER,
    counted: true,
  }),
  define('coordination.k8s.io/v1', 'Lease', 'leases'),
  define('rbac.authorization.k8s.io/v1', 'Role', 'roles'),
  define('rbac.authorization.k8s.io/v1', 'RoleBinding', 'rolebindings'),
  define(
    'rbac.authorization.k8s.io/v1',
    'ClusterRole',
    'clusterroles',
    CLUSTER,
  ),
  define(
    'rbac.authorization.k8s.io/v1',
    'ClusterRoleBinding',
    'clusterrolebindings',
    CLUSTER,
  ),
  define('argoproj.io/v1alpha1', 'Experiment', 'experiments', STATUS),
  define('monitoring.coreos.com/v1', 'PodMonitor', 'podmonitors', STATUS),
  define(
    'monitoring.coreos.com/v1',
    'ServiceMonitor',
    'servicemonitors',
    STATUS,
  ),
  define(
    'monitoring.coreos.com/v1',
    'PrometheusRule',
    'prometheusrules',
    STATUS,
  ),
  define('external-secrets.io/v1', 'ExternalSecret', 'externalsecrets', STATUS),
];

/** Every kind that the API server serves. */
export const ALL_KINDS: readonly KindInfo[] = [
  ...Object.values(KINDS),
  ...SERVED_ONLY,
];

export function groupVersionOf({ group, version }: KindInfo): string {
  return group === '' ? version : `${group}/${version}`;
}

/** `pods`, `deployments.apps`: how messages of the API server name a resource. */
export function resourceText({ group, plural }: KindInfo): string {
  return group === '' ? plural : `${plural}.${group}`;
}

export function findKind(object: {
  readonly apiVersion: string;
  readonly kind: string;
}): KindInfo | undefined {
  return ALL_KINDS.find(
    kind =>
      kind.kind === object.kind && groupVersionOf(kind) === object.apiVersion,
  );
}
