import { PlacementRefused } from '../../linstor/ports';
import { KINDS } from '../kinds';
import type { KubeObject } from '../objects';
import { keyOf, keyText } from '../objects';
import type { ControllerContext } from './context';
import { wakeSelf } from './context';
import type { Controller } from './ControllerLoop';
import { recordEvent } from './events';
import { amountOf } from './quantity';
import { claimsOf, SELECTED_NODE } from './schedulerController';

const DRIVER = 'linstor.csi.linbit.com';
const RETRY_MS = 15_000;
const RESIZE_MS = 4_000;

/** Provisions claims when their first pod has a node, grows them, and deletes their volumes with them. */
export function claimController(context: ControllerContext): Controller {
  const { objects } = context;
  return {
    name: 'claims',
    wakes: [
      { kind: KINDS.persistentvolumeclaims, keys: wakeSelf },
      {
        kind: KINDS.pods,
        keys: pod =>
          claimsOf(pod).map(name =>
            keyText({ namespace: pod.metadata.namespace, name }),
          ),
      },
    ],
    reconcile(key) {
      const [namespace, name = ''] = key.split('/');
      const claim = objects.find(KINDS.persistentvolumeclaims, {
        namespace,
        name,
      });
      if (!claim) return undefined;
      if (claim.metadata.deletionTimestamp) return release(context, claim);
      if (claim.status?.phase === 'Bound') return resize(context, claim);
      return claim.metadata.annotations?.[SELECTED_NODE] ||
        isImmediate(context, claim)
        ? provision(context, claim)
        : undefined;
    },
  };
}

function classOf({ objects }: ControllerContext, claim: KubeObject) {
  return objects.find(KINDS.storageclasses, {
    name: claim.spec.storageClassName ?? '',
  });
}

function isImmediate(context: ControllerContext, claim: KubeObject): boolean {
  const found = classOf(context, claim);
  return (
    found !== undefined && found.volumeBindingMode !== 'WaitForFirstConsumer'
  );
}

function provision(
  context: ControllerContext,
  claim: KubeObject,
): number | undefined {
  const { storage, copyNodes } = context;
  const handle = `pvc-${claim.metadata.uid}`;
  const className: string = claim.spec.storageClassName ?? '';
  try {
    if (!classOf(context, claim)) {
      throw new PlacementRefused(
        `storageclass.storage.k8s.io "${className}" not found`,
      );
    }
    const { nodes } = storage.createVolume({
      handle,
      className,
      sizeBytes: amountOf(claim.spec.resources.requests.storage),
      claim: {
        namespace: claim.metadata.namespace ?? '',
        name: claim.metadata.name,
      },
      podNode: claim.metadata.annotations?.[SELECTED_NODE],
    });
    copyNodes.set(handle, nodes);
  } catch (error) {
    if (!(error instanceof PlacementRefused)) throw error;
    return failed(context, claim, error.message);
  }
  createVolume(context, claim, handle);
  bind(context, claim, handle);
  return undefined;
}

function failed(
  context: ControllerContext,
  claim: KubeObject,
  why: string,
): number {
  recordEvent(context, claim, {
    type: 'Warning',
    reason: 'ProvisioningFailed',
    message: `failed to provision volume with StorageClass "${claim.spec.storageClassName}": ${why}`,
    component: DRIVER,
  });
  return RETRY_MS;
}

function createVolume(
  context: ControllerContext,
  claim: KubeObject,
  handle: string,
): void {
  const { objects } = context;
  if (objects.find(KINDS.persistentvolumes, { name: handle })) return;
  const storageClass = classOf(context, claim);
  const volume = objects.create(KINDS.persistentvolumes, {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: {
      name: handle,
      annotations: { 'pv.kubernetes.io/provisioned-by': DRIVER },
      finalizers: ['kubernetes.io/pv-protection'],
    },
    spec: {
      accessModes: claim.spec.accessModes,
      capacity: { storage: claim.spec.resources.requests.storage },
      claimRef: {
        apiVersion: 'v1',
        kind: claim.kind,
        ...keyOf(claim),
        uid: claim.metadata.uid,
      },
      csi: {
        driver: storageClass?.provisioner ?? DRIVER,
        fsType: 'ext4',
        volumeHandle: handle,
      },
      persistentVolumeReclaimPolicy: storageClass?.reclaimPolicy ?? 'Delete',
      storageClassName: claim.spec.storageClassName,
      volumeMode: 'Filesystem',
    },
  });
  objects.setStatus(KINDS.persistentvolumes, volume, { phase: 'Bound' });
}

function bind(
  { objects }: ControllerContext,
  claim: KubeObject,
  volumeName: string,
): void {
  const bound = objects.update(
    KINDS.persistentvolumeclaims,
    keyOf(claim),
    live => ({
      ...live,
      spec: { ...live.spec, volumeName },
    }),
  );
  objects.setStatus(KINDS.persistentvolumeclaims, bound, {
    phase: 'Bound',
    accessModes: claim.spec.accessModes,
    capacity: { storage: claim.spec.resources.requests.storage },
  });
}

/** Grows the volume when more is asked for than there is. */
function resize(
  context: ControllerContext,
  claim: KubeObject,
): number | undefined {
  const { objects, storage } = context;
  const asked: string = claim.spec.resources.requests.storage;
  if (amountOf(asked) <= amountOf(claim.status.capacity?.storage))
    return undefined;
  if (claim.status.allocatedResourceStatuses?.storage === undefined) {
    objects.setStatus(KINDS.persistentvolumeclaims, claim, {
      ...claim.status,
      allocatedResources: { storage: asked },
      allocatedResourceStatuses: { storage: 'ControllerResizeInProgress' },
    });
    return RESIZE_MS;
  }
  storage.resizeVolume(claim.spec.volumeName, amountOf(asked));
  const {
    allocatedResourceStatuses: _,
    allocatedResources: __,
    ...status
  } = claim.status;
  objects.update(
    KINDS.persistentvolumes,
    { name: claim.spec.volumeName },
    live => ({
      ...live,
      spec: { ...live.spec, capacity: { storage: asked } },
    }),
  );
  objects.setStatus(KINDS.persistentvolumeclaims, claim, {
    ...status,
    capacity: { storage: asked },
  });
  return undefined;
}

/** A claim stays while a pod mounts it; then its volume goes first. */
function release(context: ControllerContext, claim: KubeObject): undefined {
  const { objects, storage, copyNodes } = context;
  const { namespace, name } = claim.metadata;
  const used = objects
    .list(KINDS.pods, namespace)
    .some(pod => claimsOf(pod).includes(name));
  if (used) return;
  const volumeName: string | undefined = claim.spec.volumeName;
  const volume = volumeName
    ? objects.find(KINDS.persistentvolumes, { name: volumeName })
    : undefined;
  if (volume?.spec.persistentVolumeReclaimPolicy === 'Delete') {
    storage.deleteVolume(volume.spec.csi.volumeHandle);
    copyNodes.delete(volume.metadata.name);
    dropFinalizers(context, KINDS.persistentvolumes, volume);
  } else if (volume) {
    objects.setStatus(KINDS.persistentvolumes, volume, { phase: 'Released' });
  }
  dropFinalizers(context, KINDS.persistentvolumeclaims, claim);
}

function dropFinalizers(
  { objects }: ControllerContext,
  kind: (typeof KINDS)['persistentvolumes'],
  object: KubeObject,
): void {
  if (!object.metadata.deletionTimestamp) objects.remove(kind, keyOf(object));
  objects.update(kind, keyOf(object), live => ({
    ...live,
    metadata: { ...live.metadata, finalizers: [] },
  }));
}
