import type { Manifest, RenderedEnvironment } from '../types';
import { at, listAt, ofKind } from './fields';
import { type Scaler, scalersOf } from './scalers';

export { at, listAt, numberAt, ofKind } from './fields';

// Structural types of what the rules read, and nothing else.

export interface Probe {
  readonly [field: string]: unknown;
}

/** Of a pod, which has some of it, or of a container, which has the rest. */
export interface SecurityContext {
  readonly allowPrivilegeEscalation?: boolean;
  readonly privileged?: boolean;
  readonly procMount?: string;
  readonly readOnlyRootFilesystem?: boolean;
  readonly runAsNonRoot?: boolean;
  readonly runAsUser?: number;
  readonly capabilities?: {
    readonly drop?: readonly string[];
    readonly add?: readonly string[];
  };
  readonly seccompProfile?: { readonly type?: string };
  readonly appArmorProfile?: { readonly type?: string };
  readonly seLinuxOptions?: {
    readonly type?: string;
    readonly user?: string;
    readonly role?: string;
  };
  readonly windowsOptions?: { readonly hostProcess?: boolean };
  readonly sysctls?: readonly { readonly name: string }[];
}

export interface Container {
  readonly name: string;
  readonly image?: string;
  /** `Always` on one that starts first and stays: a sidecar. */
  readonly restartPolicy?: string;
  readonly env?: readonly {
    readonly name: string;
    readonly value?: string;
  }[];
  readonly ports?: readonly {
    readonly containerPort: number;
    readonly hostPort?: number;
  }[];
  readonly resources?: {
    readonly requests?: Readonly<Record<string, unknown>>;
    readonly limits?: Readonly<Record<string, unknown>>;
  };
  readonly lifecycle?: {
    readonly preStop?: {
      readonly sleep?: { readonly seconds?: number };
      readonly exec?: { readonly command?: readonly string[] };
    };
  };
  readonly securityContext?: SecurityContext;
  readonly volumeMounts?: readonly {
    readonly name: string;
    readonly mountPath: string;
    readonly readOnly?: boolean;
  }[];
}

export interface PodSpec {
  readonly containers?: readonly Container[];
  readonly initContainers?: readonly Container[];
  readonly hostNetwork?: boolean;
  readonly hostPID?: boolean;
  readonly hostIPC?: boolean;
  /** `false`: users of the pod are not those of its node. */
  readonly hostUsers?: boolean;
  readonly os?: { readonly name?: string };
  readonly terminationGracePeriodSeconds?: number;
  readonly securityContext?: SecurityContext;
  readonly volumes?: readonly {
    readonly name: string;
    readonly persistentVolumeClaim?: { readonly claimName: string };
  }[];
}

export interface Claim {
  readonly accessModes?: readonly string[];
  readonly storageClassName?: string;
  readonly resources?: { readonly requests?: { readonly storage?: unknown } };
}

/** An object that makes pods. */
export interface Workload {
  readonly object: Manifest;
  readonly kind: string;
  readonly name: string;
  /** The least of them where a scaler decides. */
  readonly replicas: number;
  readonly podLabels: Readonly<Record<string, string>>;
  readonly podAnnotations: Readonly<Record<string, string>>;
  readonly pod: PodSpec;
}

const WORKLOAD_KINDS = ['Rollout', 'Deployment', 'StatefulSet'];
const OTHER_POD_KINDS = ['DaemonSet', 'Job', 'CronJob'];

/** What runs replicas. */
export function workloadsOf(environment: RenderedEnvironment): Workload[] {
  return podMakersOf(environment).filter(({ kind }) =>
    WORKLOAD_KINDS.includes(kind),
  );
}

/** Most rules ask for them, and an environment does not change while it is judged. */
const knownPodMakers = new WeakMap<RenderedEnvironment, readonly Workload[]>();

/** Everything with a pod template. */
export function podMakersOf(
  environment: RenderedEnvironment,
): readonly Workload[] {
  const known = knownPodMakers.get(environment) ?? findPodMakers(environment);
  knownPodMakers.set(environment, known);
  return known;
}

function findPodMakers(environment: RenderedEnvironment): Workload[] {
  const kinds = [...WORKLOAD_KINDS, ...OTHER_POD_KINDS];
  const scalers = scalersOf(environment);
  return ofKind(environment, ...kinds).map(object => {
    const template = podTemplateOf(object, environment);
    return {
      object,
      kind: object.kind,
      name: object.metadata.name,
      replicas: replicasOf(object, scalers),
      podLabels: (at(template, 'metadata', 'labels') ?? {}) as Record<
        string,
        string
      >,
      podAnnotations: (at(template, 'metadata', 'annotations') ?? {}) as Record<
        string,
        string
      >,
      pod: (at(template, 'spec') ?? {}) as PodSpec,
    };
  });
}

/** The template that an object has itself, or that of the object which a Rollout takes it from. */
function podTemplateOf(
  object: Manifest,
  environment: RenderedEnvironment,
): unknown {
  if (object.kind === 'CronJob') {
    return at(object, 'spec', 'jobTemplate', 'spec', 'template');
  }
  const reference = at(object, 'spec', 'workloadRef');
  const owner =
    reference === undefined
      ? object
      : environment.objects.find(
          ({ kind, metadata }) =>
            kind === at(reference, 'kind') &&
            metadata.name === at(reference, 'name'),
        );
  return at(owner, 'spec', 'template');
}

function replicasOf(object: Manifest, scalers: readonly Scaler[]): number {
  const scaler = scalers.find(
    ({ target }) => target.name === object.metadata.name,
  );
  const stated = at(object, 'spec', 'replicas');
  return scaler?.least ?? (typeof stated === 'number' ? stated : 1);
}

/** Containers of a pod, those that start it included. */
export function containersOf({ pod }: Workload): Container[] {
  return [...(pod.initContainers ?? []), ...(pod.containers ?? [])];
}

/** Claims that stand on their own, those that a StatefulSet makes, and those that live and die with their pod. */
export function claimsOf(environment: RenderedEnvironment): {
  readonly name: string;
  readonly owner: Manifest;
  readonly claim: Claim;
  /** Outlives the pod that uses it. */
  readonly lasting: boolean;
}[] {
  const own = ofKind(environment, 'PersistentVolumeClaim').map(owner => ({
    name: owner.metadata.name,
    owner,
    claim: (owner.spec ?? {}) as Claim,
    lasting: true,
  }));
  const templates = ofKind(environment, 'StatefulSet').flatMap(owner =>
    listAt(owner, 'spec', 'volumeClaimTemplates').map(template => ({
      name: `${at(template, 'metadata', 'name')} of ${owner.metadata.name}`,
      owner,
      claim: (at(template, 'spec') ?? {}) as Claim,
      lasting: true,
    })),
  );
  const ephemeral = podMakersOf(environment).flatMap(({ object, pod }) =>
    (pod.volumes ?? []).flatMap(volume => {
      const claim = at(volume, 'ephemeral', 'volumeClaimTemplate', 'spec');
      return claim === undefined
        ? []
        : [
            {
              name: `${volume.name} of each pod of ${object.metadata.name}`,
              owner: object,
              claim: claim as Claim,
              lasting: false,
            },
          ];
    }),
  );
  return [...own, ...templates, ...ephemeral];
}

/** Claims that the pods of a workload share, with the access modes they were asked for. */
export function sharedClaimsOf(
  { pod }: Workload,
  environment: RenderedEnvironment,
): { readonly name: string; readonly accessModes: readonly string[] }[] {
  const names = (pod.volumes ?? []).flatMap(({ persistentVolumeClaim }) =>
    persistentVolumeClaim ? [persistentVolumeClaim.claimName] : [],
  );
  return ofKind(environment, 'PersistentVolumeClaim')
    .filter(({ metadata }) => names.includes(metadata.name))
    .map(({ metadata, spec }) => ({
      name: metadata.name,
      accessModes: (spec as Claim).accessModes ?? [],
    }));
}

/** Only one node, or one pod, may mount it for writing. */
export function hasSingleWriter(accessModes: readonly string[]): boolean {
  return (
    !accessModes.includes('ReadWriteMany') &&
    accessModes.some(
      mode => mode === 'ReadWriteOnce' || mode === 'ReadWriteOncePod',
    )
  );
}

/** Whether labels fulfil a selector of `matchLabels`. */
export function matches(
  selector: unknown,
  labels: Readonly<Record<string, string>>,
): boolean {
  return Object.entries((at(selector, 'matchLabels') ?? {}) as object).every(
    ([key, value]) => labels[key] === value,
  );
}
