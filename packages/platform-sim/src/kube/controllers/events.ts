import { KINDS } from '../kinds';
import type { KubeObject } from '../objects';
import type { ControllerContext } from './context';

/** Writes an event about an object, or counts it up when the same was written before. */
export function recordEvent(
  { objects, clock }: ControllerContext,
  about: KubeObject,
  event: {
    readonly type: 'Normal' | 'Warning';
    readonly reason: string;
    readonly message: string;
    readonly component: string;
  },
): void {
  const namespace = about.metadata.namespace ?? 'default';
  const stamp = clock.stamp();
  const { component, ...words } = event;
  const same = objects
    .list(KINDS.events, namespace)
    .find(
      ({ involvedObject, reason, message }) =>
        involvedObject.uid === about.metadata.uid &&
        reason === words.reason &&
        message === words.message,
    );
  if (same) {
    objects.update(
      KINDS.events,
      { namespace, name: same.metadata.name },
      live => ({ ...live, count: live.count + 1, lastTimestamp: stamp }),
    );
    return;
  }
  objects.create(KINDS.events, {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: {
      generateName: `${about.metadata.name}.`,
      namespace,
    },
    involvedObject: {
      apiVersion: about.apiVersion,
      kind: about.kind,
      name: about.metadata.name,
      namespace: about.metadata.namespace,
      uid: about.metadata.uid,
    },
    ...words,
    source: { component },
    firstTimestamp: stamp,
    lastTimestamp: stamp,
    count: 1,
  });
}
