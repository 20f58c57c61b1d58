import type { FieldSpec } from './fieldSpecs';
import type { Gvk } from './Resource';

/** Objects of one kind, and the fields of others that call them by name. */
export interface NameReference extends Gvk {
  readonly fieldSpecs: readonly FieldSpec[];
}

// Facts of kustomize 5.8's `namereference.go`: which fields follow a renamed object. Rollouts are not among them.

const POD_SPECS: readonly (readonly [kind: string, path: string])[] = [
  ['Pod', 'spec'],
  ['PodTemplate', 'template/spec'],
  ['Deployment', 'spec/template/spec'],
  ['ReplicaSet', 'spec/template/spec'],
  ['DaemonSet', 'spec/template/spec'],
  ['StatefulSet', 'spec/template/spec'],
  ['ReplicationController', 'spec/template/spec'],
  ['Job', 'spec/template/spec'],
  ['CronJob', 'spec/jobTemplate/spec/template/spec'],
];

const inPods = (
  paths: readonly string[],
  except: readonly string[],
): FieldSpec[] =>
  POD_SPECS.filter(([kind]) => !except.includes(kind)).flatMap(([kind, pod]) =>
    paths.map(path => ({ kind, path: `${pod}/${path}` })),
  );

const inContainers = (path: string) => [
  `containers/${path}`,
  `initContainers/${path}`,
];

const RBAC = 'rbac.authorization.k8s.io';
const ADMISSION = 'admissionregistration.k8s.io';
const byRoles: FieldSpec[] = ['Role', 'ClusterRole'].map(kind => ({
  kind,
  path: 'rules/resourceNames',
}));

const byIngressAnnotations = (...names: string[]): FieldSpec[] =>
  names.map(name => ({
    kind: 'Ingress',
    path: `metadata/annotations/${name.replace('/', '\\/')}`,
  }));

const CONFIG_MAP: NameReference = {
  kind: 'ConfigMap',
  version: 'v1',
  fieldSpecs: [
    ...inPods(
      [
        'volumes/configMap/name',
        ...inContainers('env/valueFrom/configMapKeyRef/name'),
        ...inContainers('envFrom/configMapRef/name'),
        'volumes/projected/sources/configMap/name',
      ],
      ['ReplicationController'],
    ),
    { kind: 'Node', path: 'spec/configSource/configMap' },
    ...byRoles,
    ...byIngressAnnotations(
      'nginx.ingress.kubernetes.io/fastcgi-params-configmap',
    ),
  ],
};

const SECRET: NameReference = {
  kind: 'Secret',
  version: 'v1',
  fieldSpecs: [
    ...inPods(
      [
        'volumes/secret/secretName',
        ...inContainers('env/valueFrom/secretKeyRef/name'),
        ...inContainers('envFrom/secretRef/name'),
        'imagePullSecrets/name',
        'volumes/projected/sources/secret/name',
      ],
      ['ReplicationController'],
    ),
    { kind: 'Ingress', path: 'spec/tls/secretName' },
    ...byIngressAnnotations(
      'ingress.kubernetes.io/auth-secret',
      'nginx.ingress.kubernetes.io/auth-secret',
      'nginx.ingress.kubernetes.io/auth-tls-secret',
    ),
    { kind: 'ServiceAccount', path: 'imagePullSecrets/name' },
    ...['secretName', 'adminSecretName', 'userSecretName', 'secretRef'].map(
      name => ({ kind: 'StorageClass', path: `parameters/${name}` }),
    ),
    ...byRoles,
    { kind: 'PersistentVolume', path: 'spec/azureFile/secretName' },
  ],
};

const SERVICE: NameReference = {
  kind: 'Service',
  version: 'v1',
  fieldSpecs: [
    { kind: 'StatefulSet', group: 'apps', path: 'spec/serviceName' },
    ...[
      'spec/rules/http/paths/backend/serviceName',
      'spec/backend/serviceName',
      'spec/rules/http/paths/backend/service/name',
      'spec/defaultBackend/service/name',
    ].map(path => ({ kind: 'Ingress', path })),
    {
      kind: 'APIService',
      group: 'apiregistration.k8s.io',
      path: 'spec/service/name',
    },
    ...['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'].map(
      kind => ({
        kind,
        group: ADMISSION,
        path: 'webhooks/clientConfig/service',
      }),
    ),
  ],
};

const binding = (kind: string, path: string): FieldSpec => ({
  kind,
  group: RBAC,
  path,
});

// These follow in the pods of all workloads but of ReplicaSets and pod templates.
const NOT_IN = ['PodTemplate', 'ReplicaSet'];

export const NAME_REFERENCES: readonly NameReference[] = [
  ...['Deployment', 'ReplicationController', 'ReplicaSet', 'StatefulSet'].map(
    kind => ({
      kind,
      fieldSpecs: [
        { kind: 'HorizontalPodAutoscaler', path: 'spec/scaleTargetRef/name' },
      ],
    }),
  ),
  CONFIG_MAP,
  SECRET,
  SERVICE,
  {
    kind: 'Role',
    group: RBAC,
    fieldSpecs: [binding('RoleBinding', 'roleRef/name')],
  },
  {
    kind: 'ClusterRole',
    group: RBAC,
    fieldSpecs: [
      binding('RoleBinding', 'roleRef/name'),
      binding('ClusterRoleBinding', 'roleRef/name'),
    ],
  },
  {
    kind: 'ServiceAccount',
    version: 'v1',
    fieldSpecs: [
      binding('RoleBinding', 'subjects'),
      binding('ClusterRoleBinding', 'subjects'),
      ...inPods(['serviceAccountName'], NOT_IN),
    ],
  },
  {
    kind: 'PersistentVolumeClaim',
    version: 'v1',
    fieldSpecs: inPods(['volumes/persistentVolumeClaim/claimName'], NOT_IN),
  },
  {
    kind: 'PersistentVolume',
    version: 'v1',
    fieldSpecs: [
      { kind: 'PersistentVolumeClaim', path: 'spec/volumeName' },
      { kind: 'ClusterRole', path: 'rules/resourceNames' },
    ],
  },
  {
    kind: 'StorageClass',
    version: 'v1',
    group: 'storage.k8s.io',
    fieldSpecs: [
      { kind: 'PersistentVolume', path: 'spec/storageClassName' },
      { kind: 'PersistentVolumeClaim', path: 'spec/storageClassName' },
      {
        kind: 'StatefulSet',
        path: 'spec/volumeClaimTemplates/spec/storageClassName',
      },
    ],
  },
  {
    kind: 'PriorityClass',
    version: 'v1',
    group: 'scheduling.k8s.io',
    fieldSpecs: inPods(['priorityClassName'], NOT_IN),
  },
  {
    kind: 'ValidatingAdmissionPolicy',
    group: ADMISSION,
    fieldSpecs: [
      {
        kind: 'ValidatingAdmissionPolicyBinding',
        group: ADMISSION,
        path: 'spec/policyName',
      },
    ],
  },
];
