import type { KindInfo } from '../kinds';
import { ALL_KINDS, findKind, KINDS, resourceText } from '../kinds';
import type { KubeObject } from '../objects';
import { keyOf, keyText, parseKey } from '../objects';
import type { ControllerContext } from './context';
import { wakeSelf } from './context';
import type { Controller } from './ControllerLoop';

/** Deletes what no longer has an owner. */
export function garbageController(context: ControllerContext): Controller {
  const { objects } = context;
  const byResource = new Map(ALL_KINDS.map(kind => [resourceText(kind), kind]));
  return {
    name: 'garbage',
    wakes: ALL_KINDS.map(kind => ({
      kind,
      keys: (object, { type }) => {
        switch (type) {
          case 'ADDED':
            return object.metadata.ownerReferences
              ? [`${resourceText(kind)} ${keyText(keyOf(object))}`]
              : [];
          case 'DELETED':
            return objects.store
              .dependents(object.metadata.uid)
              .map(one => `${resourceText(one.kind)} ${one.key}`);
          case 'MODIFIED':
            return [];
        }
      },
    })),
    reconcile(id) {
      const [resource = '', key = ''] = id.split(' ');
      const kind = byResource.get(resource);
      const object = kind && objects.find(kind, parseKey(key));
      if (!object || object.metadata.deletionTimestamp) return undefined;
      const owners = object.metadata.ownerReferences ?? [];
      if (
        owners.length > 0 &&
        owners.every(owner => isGone(context, object, owner))
      ) {
        objects.remove(kind, keyOf(object));
      }
      return undefined;
    },
  };
}

function isGone(
  { objects }: ControllerContext,
  object: KubeObject,
  owner: { apiVersion: string; kind: string; name: string; uid: string },
): boolean {
  const kind: KindInfo | undefined = findKind(owner);
  if (!kind) return true;
  const namespace = kind.namespaced ? object.metadata.namespace : undefined;
  const key = { ...(namespace && { namespace }), name: owner.name };
  return objects.find(kind, key)?.metadata.uid !== owner.uid;
}

/** Fills new namespaces with what every namespace has, and empties those that are deleted. */
export function namespaceController(context: ControllerContext): Controller {
  const { objects } = context;
  return {
    name: 'namespaces',
    wakes: [{ kind: KINDS.namespaces, keys: wakeSelf }],
    reconcile(name) {
      const namespace = objects.find(KINDS.namespaces, { name });
      if (!namespace) return undefined;
      if (namespace.metadata.deletionTimestamp)
        return empty(context, namespace);
      const key = { namespace: name, name: 'default' };
      if (!objects.find(KINDS.serviceaccounts, key)) {
        objects.create(KINDS.serviceaccounts, {
          apiVersion: 'v1',
          kind: 'ServiceAccount',
          metadata: key,
        });
      }
      return undefined;
    },
  };
}

const EMPTYING_MS = 1_000;

function empty(
  { objects }: ControllerContext,
  namespace: KubeObject,
): number | undefined {
  const { name } = namespace.metadata;
  let left = 0;
  for (const kind of ALL_KINDS.filter(({ namespaced }) => namespaced)) {
    for (const object of objects.list(kind, name)) {
      const { gone } = objects.remove(kind, keyOf(object));
      if (!gone) left += 1;
    }
  }
  if (left > 0) return EMPTYING_MS;
  objects.store.remove(KINDS.namespaces, { name });
  return undefined;
}
