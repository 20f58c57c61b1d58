import type { NameReference } from './builtinNameReferences';
import { isClusterScoped } from './clusterScope';
import { type FieldSpec, visitFields } from './fieldSpecs';
import { RenderError } from './RenderError';
import {
  effectiveNamespace,
  gvkOf,
  isObject,
  isSelected,
  type JsonObject,
  nameOf,
  namespaceOf,
  type Resource,
} from './Resource';

/** Lets fields that call an object by its former name call it by its present one. */
export function updateNameReferences(
  resources: readonly Resource[],
  references: readonly NameReference[],
): void {
  for (const reference of references) {
    const targets = resources.filter(
      ({ object, previous }) =>
        previous.length > 0 && isSelected(gvkOf(object), reference),
    );
    if (targets.length > 0) {
      for (const spec of reference.fieldSpecs) {
        for (const { object } of resources) {
          updateField(object, spec, targets);
        }
      }
    }
  }
}

function updateField(
  referrer: JsonObject,
  spec: FieldSpec,
  targets: readonly Resource[],
): void {
  const roles = spec.path.endsWith('roleRef/name')
    ? targets.filter(({ object }) => isRoleOf(referrer, object))
    : targets;
  const update = (holder: JsonObject | unknown[], key: string | number) => {
    const value = (holder as JsonObject)[key];
    if (Array.isArray(value)) {
      value.forEach((_, index) => update(value, index));
    } else if (isObject(value)) {
      updateMap(value, { referrer, targets: roles });
    } else if (typeof value === 'string') {
      const target = pick(roles, { referrer, name: value });
      if (target) {
        (holder as JsonObject)[key] = nameOf(target);
      }
    }
  };
  visitFields(referrer, spec, { visit: update });
}

/** A subject or a service: name and namespace follow. */
function updateMap(
  map: JsonObject,
  at: { referrer: JsonObject; targets: readonly Resource[] },
): void {
  if (typeof map.name !== 'string') {
    return;
  }
  const inNamespace =
    map.namespace === undefined
      ? at.targets
      : at.targets.filter(({ object, previous }) =>
          [
            effectiveNamespace(namespaceOf(object)),
            ...previous.map(id => id.namespace),
          ].includes(String(map.namespace)),
        );
  const target = pick(inNamespace, { referrer: at.referrer, name: map.name });
  if (target) {
    map.name = nameOf(target);
    if (namespaceOf(target)) {
      map.namespace = namespaceOf(target);
    }
  }
}

function isRoleOf(referrer: JsonObject, role: JsonObject): boolean {
  const { roleRef } = referrer;
  return (
    !isObject(roleRef) ||
    (roleRef.kind === role.kind && roleRef.apiGroup === gvkOf(role).group)
  );
}

function pick(
  targets: readonly Resource[],
  { referrer, name }: { referrer: JsonObject; name: string },
): JsonObject | undefined {
  const found = targets
    .filter(({ previous }) => previous.some(id => id.name === name))
    .map(({ object }) => object)
    .filter(object => isWithinReach(referrer, object));
  const [first] = found;
  if (first && found.some(object => nameOf(object) !== nameOf(first))) {
    throw new RenderError(
      `${referrer.kind} ${nameOf(referrer)}`,
      `"${name}" may mean ${found.map(nameOf).join(' or ')}`,
    );
  }
  return first;
}

/** Same namespace; ServiceAccounts may be named across namespaces, and what has none from anywhere. */
function isWithinReach(referrer: JsonObject, object: JsonObject): boolean {
  return (
    isClusterScoped(referrer) ||
    isClusterScoped(object) ||
    object.kind === 'ServiceAccount' ||
    effectiveNamespace(namespaceOf(referrer)) ===
      effectiveNamespace(namespaceOf(object))
  );
}
