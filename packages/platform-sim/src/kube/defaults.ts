import type { KindInfo } from './kinds';
import { KINDS } from './kinds';
import type { KubeObject } from './objects';

/** What the API server fills in on creation, as far as somebody here reads it. */
export function withDefaults(kind: KindInfo, object: KubeObject): KubeObject {
  switch (kind) {
    case KINDS.namespaces:
      return namespace(object);
    case KINDS.pods:
      return pod(object);
    case KINDS.nodes:
    case KINDS.services:
      return object;
    case KINDS.persistentvolumeclaims:
      return {
        ...object,
        metadata: {
          ...object.metadata,
          finalizers: ['kubernetes.io/pvc-protection'],
        },
        spec: { volumeMode: 'Filesystem', ...object.spec },
        status: { phase: 'Pending' },
      };
    case KINDS.persistentvolumes:
      return { ...object, status: { phase: 'Pending' } };
    default:
      return kind.status ? withoutStatus(object) : object;
  }
}

function withoutStatus({ status: _, ...object }: KubeObject): KubeObject {
  return object as KubeObject;
}

function namespace(object: KubeObject): KubeObject {
  const { name } = object.metadata;
  return {
    ...object,
    metadata: {
      ...object.metadata,
      labels: {
        ...object.metadata.labels,
        'kubernetes.io/metadata.name': name,
      },
    },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  };
}

const UNREACHABLE_TOLERATIONS = ['not-ready', 'unreachable'].map(what => ({
  key: `node.kubernetes.io/${what}`,
  operator: 'Exists',
  effect: 'NoExecute',
  tolerationSeconds: 300,
}));

function pod(object: KubeObject): KubeObject {
  const { tolerations = [], ...spec } = object.spec ?? {};
  return {
    ...object,
    spec: {
      restartPolicy: 'Always',
      terminationGracePeriodSeconds: 30,
      dnsPolicy: 'ClusterFirst',
      schedulerName: 'default-scheduler',
      serviceAccountName: 'default',
      ...spec,
      tolerations: [...tolerations, ...UNREACHABLE_TOLERATIONS],
    },
    status: { phase: 'Pending', qosClass: qosClass(spec) },
  };
}

interface Resources {
  readonly requests?: Readonly<Record<string, string>>;
  readonly limits?: Readonly<Record<string, string>>;
}

function qosClass(spec: {
  containers?: readonly { resources?: Resources }[];
}): string {
  const all = (spec.containers ?? []).map(({ resources = {} }) => resources);
  const named = all.some(
    ({ requests = {}, limits = {} }) =>
      Object.keys(requests).length + Object.keys(limits).length > 0,
  );
  if (!named) return 'BestEffort';
  const guaranteed = all.every(({ requests = {}, limits = {} }) =>
    ['cpu', 'memory'].every(
      name =>
        limits[name] !== undefined &&
        (requests[name] ?? limits[name]) === limits[name],
    ),
  );
  return guaranteed ? 'Guaranteed' : 'Burstable';
}
