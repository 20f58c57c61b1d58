import type { Manifest } from '../types';
import { isClusterScoped } from './clusterScope';

/** Any JSON object, to be changed. */
export type JsonObject = { [field: string]: unknown };

/** How a resource was called before a transformation. */
export interface PreviousId {
  readonly namespace: string;
  readonly name: string;
  readonly kind: string;
}

/** An object on its way through the transformers, which change it in place. */
export interface Resource {
  object: JsonObject;
  /** Oldest first. */
  readonly previous: PreviousId[];
  /** It was generated, and gets its content's hash on its name at the end. */
  readonly hashed: boolean;
}

/** Group, version and kind; in a selector what is missing stands for anything. */
export interface Gvk {
  readonly group?: string;
  readonly version?: string;
  readonly kind?: string;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function gvkOf(object: JsonObject): Required<Gvk> {
  const apiVersion = String(object.apiVersion ?? '');
  const slash = apiVersion.indexOf('/');
  return {
    group: slash < 0 ? '' : apiVersion.slice(0, slash),
    version: apiVersion.slice(slash + 1),
    kind: String(object.kind ?? ''),
  };
}

/** Does the selector, whose empty fields match anything, select it. */
export function isSelected(gvk: Gvk, selector: Gvk): boolean {
  return (['group', 'version', 'kind'] as const).every(
    field => !selector[field] || selector[field] === gvk[field],
  );
}

export function metadataOf(object: JsonObject): JsonObject {
  if (!isObject(object.metadata)) {
    object.metadata = {};
  }
  return object.metadata as JsonObject;
}

export function nameOf(object: JsonObject): string {
  return String(metadataOf(object).name ?? '');
}

/** As written; empty when it is not. */
export function namespaceOf(object: JsonObject): string {
  return String(metadataOf(object).namespace ?? '');
}

/** Nothing stands for `default`. */
export function effectiveNamespace(namespace: string): string {
  return namespace === '' ? 'default' : namespace;
}

/** Says of two objects whether the API server would call them one. */
export function keyOf(object: JsonObject): string {
  const { group, version, kind } = gvkOf(object);
  const namespace = isClusterScoped(object)
    ? ''
    : effectiveNamespace(namespaceOf(object));
  return `${kind}.${version}.${group}/${nameOf(object)}.${namespace}`;
}

/** Notes how the resource is called now, before it is called otherwise. */
export function rememberId({ object, previous }: Resource): void {
  previous.push({
    namespace: effectiveNamespace(namespaceOf(object)),
    name: nameOf(object),
    kind: String(object.kind ?? ''),
  });
}

/** Its first name. */
export function originalId(resource: Resource): PreviousId {
  return (
    resource.previous[0] ?? {
      namespace: effectiveNamespace(namespaceOf(resource.object)),
      name: nameOf(resource.object),
      kind: String(resource.object.kind ?? ''),
    }
  );
}

export function toManifest({ object }: Resource): Manifest {
  return object as unknown as Manifest;
}
