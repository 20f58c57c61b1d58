import { createHash } from 'node:crypto';
import { KINDS } from '../kinds';
import type { KubeObject } from '../objects';
import { keyText, parseKey } from '../objects';
import type { ControllerContext } from './context';
import { wakeSelf } from './context';
import type { Controller } from './ControllerLoop';
import { claimsOf } from './schedulerController';

/** Attaches volumes where pods mount them, and detaches them when the last pod of a node is gone. */
export function attachmentController(context: ControllerContext): Controller {
  const { objects } = context;
  return {
    name: 'attachments',
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
      const { namespace, name } = parseKey(key);
      const claim = objects.find(KINDS.persistentvolumeclaims, {
        namespace,
        name,
      });
      const volume = claim?.spec?.volumeName;
      if (!volume) return undefined;
      const nodes = new Set(
        objects
          .list(KINDS.pods, namespace)
          .filter(pod => pod.spec.nodeName && claimsOf(pod).includes(name))
          .map(pod => pod.spec.nodeName as string),
      );
      const present = objects
        .list(KINDS.volumeattachments)
        .filter(one => one.spec.source.persistentVolumeName === volume);
      for (const one of present) {
        if (nodes.has(one.spec.nodeName)) nodes.delete(one.spec.nodeName);
        else detach(context, one);
      }
      for (const node of nodes) attach(context, volume, node);
      return undefined;
    },
  };
}

function attach(
  { objects, storage }: ControllerContext,
  volume: string,
  node: string,
): void {
  const hash = createHash('sha256').update(`${volume} ${node}`).digest('hex');
  const attachment = objects.create(KINDS.volumeattachments, {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'VolumeAttachment',
    metadata: { name: `csi-${hash}` },
    spec: {
      attacher: 'linstor.csi.linbit.com',
      nodeName: node,
      source: { persistentVolumeName: volume },
    },
  });
  objects.setStatus(KINDS.volumeattachments, attachment, { attached: true });
  storage.attach(volume, node);
}

function detach(
  { objects, storage }: ControllerContext,
  attachment: KubeObject,
): void {
  const { nodeName, source } = attachment.spec;
  storage.detach(source.persistentVolumeName, nodeName);
  objects.remove(KINDS.volumeattachments, { name: attachment.metadata.name });
}
