import {
  podRequest,
  readSchedulingTerms,
  runningDigest,
  type ContainerRow,
  type PodPhase,
  type PodRow,
  type RequestingPod,
  type SchedulablePodSpec,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { Interner } from '@baremetal/kube-watch';
import {
  toMeta,
  type RawCondition,
  type RawObject,
  type StringMap,
} from './rawMeta';

type RequestStatus = NonNullable<RequestingPod['status']>;
type RequestContainer = NonNullable<RequestStatus['containerStatuses']>[number];

interface RawPod extends RawObject {
  readonly spec: RequestingPod['spec'] &
    SchedulablePodSpec & {
      readonly nodeName?: string;
      readonly priority?: number;
      readonly preemptionPolicy?: string;
      readonly volumes?: readonly RawVolume[];
      readonly containers: readonly {
        readonly name: string;
        readonly image?: string;
      }[];
    };
  readonly status?: Omit<NonNullable<RequestingPod['status']>, 'conditions'> & {
    readonly phase?: PodPhase;
    readonly reason?: string;
    readonly startTime?: string;
    readonly conditions?: readonly RawCondition[];
    readonly containerStatuses?: readonly (RequestContainer &
      RawContainerStatus)[];
  };
}

interface RawVolume {
  readonly name: string;
  readonly persistentVolumeClaim?: { readonly claimName: string };
  readonly ephemeral?: object;
}

interface RawContainerStatus {
  readonly name: string;
  readonly imageID?: string;
  readonly ready?: boolean;
  readonly restartCount?: number;
  readonly state?: RawContainerState;
  readonly lastState?: RawContainerState;
}

interface RawContainerState {
  readonly waiting?: { readonly reason?: string; readonly message?: string };
  readonly terminated?: {
    readonly reason?: string;
    readonly exitCode?: number;
    readonly finishedAt?: string;
  };
}

// Differ between the pods of one set, so that keeping them would keep a copy of all labels per pod.
const LABELS_OF_ONE_POD = [
  'statefulset.kubernetes.io/pod-name',
  'apps.kubernetes.io/pod-index',
  'batch.kubernetes.io/job-completion-index',
];

const NO_CLAIMS: readonly string[] = [];

export function toPodRow(pod: RawPod, intern: Interner): PodRow {
  const { spec, status = {}, metadata } = pod;
  const ready = status.conditions?.find(({ type }) => type === 'Ready');
  return {
    ...toMeta(pod, intern),
    node: spec.nodeName && intern.string(spec.nodeName),
    phase: status.phase ?? 'Unknown',
    ready: ready?.status === 'True',
    readySince: ready?.status === 'True' ? ready.lastTransitionTime : undefined,
    startedAt: status.startTime,
    reason: status.reason,
    unschedulable: unschedulable(status.conditions),
    containers: spec.containers.map(container =>
      intern.value(toContainer(container, status.containerStatuses)),
    ),
    labels: intern.value(sharedLabels(metadata.labels)),
    request: intern.value(podRequest(pod)),
    terms: intern.value(readSchedulingTerms(spec)),
    priority: spec.priority ?? 0,
    preempts: spec.preemptionPolicy !== 'Never',
    claims: claimNames(metadata.name, spec.volumes),
  };
}

function unschedulable(
  conditions: readonly RawCondition[] | undefined,
): string | undefined {
  const refused = conditions?.find(
    ({ type, status, reason }) =>
      type === 'PodScheduled' &&
      status === 'False' &&
      reason === 'Unschedulable',
  );
  return refused && (refused.message ?? 'no node is suitable');
}

function toContainer(
  { name, image = '' }: { name: string; image?: string },
  statuses: readonly RawContainerStatus[] | undefined,
): ContainerRow {
  const status = statuses?.find(each => each.name === name);
  const { waiting } = status?.state ?? {};
  const ended = status?.state?.terminated ?? status?.lastState?.terminated;
  return {
    name,
    image,
    digest: runningDigest(status?.imageID, image),
    ready: status?.ready ?? false,
    restarts: status?.restartCount ?? 0,
    waiting: waiting && {
      reason: waiting.reason ?? 'Waiting',
      message: waiting.message,
    },
    ended: ended && {
      reason: ended.reason,
      exitCode: ended.exitCode,
      at: ended.finishedAt,
    },
  };
}

function sharedLabels(labels: StringMap = {}): StringMap {
  return Object.fromEntries(
    Object.entries(labels).filter(([key]) => !LABELS_OF_ONE_POD.includes(key)),
  );
}

function claimNames(
  pod: string,
  volumes: readonly RawVolume[] = [],
): readonly string[] {
  const names = volumes.flatMap(volume => {
    if (volume.persistentVolumeClaim) {
      return [volume.persistentVolumeClaim.claimName];
    }
    return volume.ephemeral ? [`${pod}-${volume.name}`] : [];
  });
  return names.length === 0 ? NO_CLAIMS : names;
}
