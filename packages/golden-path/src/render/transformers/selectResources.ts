import type { Target } from '../kustomization';
import { compilePattern } from '../patterns';
import { RenderError } from '../RenderError';
import {
  effectiveNamespace,
  gvkOf,
  isObject,
  metadataOf,
  nameOf,
  namespaceOf,
  originalId,
  type Resource,
} from '../Resource';

/**
 * Resources that a patch's target selects. Its fields are regular expressions for the whole of a field; names and
 * namespaces may be the present or the original ones.
 */
export function selectResources(
  resources: readonly Resource[],
  target: Target,
  path: string,
): Resource[] {
  const matches = (pattern: string | undefined, ...values: string[]) => {
    if (!pattern) {
      return true;
    }
    const whole = compilePattern(pattern, path, text => `^(?:${text})$`);
    return values.some(value => whole.test(value));
  };
  return resources.filter(resource => {
    const { object } = resource;
    const original = originalId(resource);
    const gvk = gvkOf(object);
    return (
      matches(target.group, gvk.group) &&
      matches(target.version, gvk.version) &&
      matches(target.kind, gvk.kind) &&
      matches(target.name, nameOf(object), original.name) &&
      matches(
        target.namespace,
        effectiveNamespace(namespaceOf(object)),
        original.namespace,
      ) &&
      hasAll(metadataOf(object).labels, target.labelSelector, path) &&
      hasAll(metadataOf(object).annotations, target.annotationSelector, path)
    );
  });
}

/** Only `key=value` terms, joined by commas. */
function hasAll(
  labels: unknown,
  selector: string | undefined,
  path: string,
): boolean {
  const terms = (selector ?? '').split(',').filter(term => term.trim() !== '');
  return terms.every(term => {
    const [, key = '', value = ''] =
      /^\s*([^\s=!]+)\s*==?\s*([^\s=!]*)\s*$/.exec(term) ?? [];
    if (key === '') {
      throw new RenderError(
        path,
        `the selector "${selector}" is not supported; write key=value`,
      );
    }
    return isObject(labels) && labels[key] === value;
  });
}
