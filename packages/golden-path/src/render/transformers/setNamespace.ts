import { isClusterScoped } from '../clusterScope';
import { type FieldSpec, visitFields } from '../fieldSpecs';
import { RenderError } from '../RenderError';
import {
  isObject,
  keyOf,
  metadataOf,
  rememberId,
  type Resource,
} from '../Resource';

/**
 * Puts everything that has a namespace into this one.
 *
 * @remarks Subjects of role bindings follow only when they are called `default`; those that name a ServiceAccount of
 * the same build follow later, as references.
 */
export function setNamespace(
  resources: readonly Resource[],
  namespace: string,
  how: { specs: readonly FieldSpec[]; path: string },
): void {
  const seen = new Set<string>();
  for (const resource of resources) {
    const { object } = resource;
    rememberId(resource);
    if (!isClusterScoped(object)) {
      metadataOf(object).namespace = namespace;
    }
    if (/^(Cluster)?RoleBinding$/.test(String(object.kind))) {
      setSubjects(object.subjects, namespace);
    }
    for (const spec of how.specs) {
      // `metadata/name` is for the core Namespace, not for a kind of somebody else's called so.
      if (spec.path !== 'metadata/name' || object.apiVersion === 'v1') {
        visitFields(object, spec, {
          empty: () => namespace,
          visit: (holder, key) => {
            holder[key] = namespace;
          },
        });
      }
    }
    const key = keyOf(object);
    if (seen.has(key)) {
      throw new RenderError(
        how.path,
        `namespace "${namespace}" makes two objects one: ${key}`,
      );
    }
    seen.add(key);
  }
}

function setSubjects(subjects: unknown, namespace: string): void {
  for (const subject of Array.isArray(subjects) ? subjects : []) {
    if (isObject(subject) && subject.name === 'default') {
      subject.namespace = namespace;
    }
  }
}
