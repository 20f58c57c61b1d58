import type { FileTree } from '../types';
import { readKeyValues } from './keyValues';
import type {
  GeneratorArguments,
  GeneratorOptions,
  Kustomization,
} from './kustomization';
import { RenderError } from './RenderError';
import {
  effectiveNamespace,
  gvkOf,
  isObject,
  isSelected,
  type JsonObject,
  metadataOf,
  nameOf,
  namespaceOf,
  type Resource,
} from './Resource';

/** Makes a kustomization's ConfigMaps and Secrets, and adds them to, or merges them into, what is there. */
export function generate(
  resources: readonly Resource[],
  kustomization: Kustomization,
  from: { files: FileTree; dir: string; path: string },
): Resource[] {
  let result = [...resources];
  const add = (kind: 'ConfigMap' | 'Secret', args: GeneratorArguments) => {
    const options = mergeOptions(args.options, kustomization.generatorOptions);
    const generated: Resource = {
      object: generateOne(kind, args, {
        options,
        values: readKeyValues(from.files, from, args),
      }),
      previous: [],
      hashed: !options.disableNameSuffixHash,
    };
    result = absorb(result, generated, { args, path: from.path });
  };
  for (const args of kustomization.configMapGenerator) {
    add('ConfigMap', { ...args, type: '' });
  }
  for (const args of kustomization.secretGenerator) {
    add('Secret', args);
  }
  return result;
}

function mergeOptions(
  own: GeneratorOptions | undefined,
  shared: GeneratorOptions | undefined,
): GeneratorOptions {
  return {
    labels: { ...shared?.labels, ...own?.labels },
    annotations: { ...shared?.annotations, ...own?.annotations },
    disableNameSuffixHash:
      own?.disableNameSuffixHash || shared?.disableNameSuffixHash || false,
    immutable: own?.immutable || shared?.immutable || false,
  };
}

function generateOne(
  kind: 'ConfigMap' | 'Secret',
  args: GeneratorArguments,
  what: { options: GeneratorOptions; values: ReadonlyMap<string, string> },
): JsonObject {
  const { labels, annotations, immutable } = what.options;
  const encode = kind === 'Secret' ? toBase64 : (text: string) => text;
  const data = Object.fromEntries(
    [...what.values].map(([key, value]) => [key, encode(value)]),
  );
  return {
    apiVersion: 'v1',
    kind,
    metadata: {
      name: args.name,
      ...(args.namespace ? { namespace: args.namespace } : {}),
      ...(Object.keys(labels).length > 0 ? { labels: { ...labels } } : {}),
      ...(Object.keys(annotations).length > 0
        ? { annotations: { ...annotations } }
        : {}),
    },
    ...(kind === 'Secret' ? { type: args.type || 'Opaque' } : {}),
    ...(what.values.size > 0 ? { data } : {}),
    ...(immutable ? { immutable: true } : {}),
  };
}

/** Base64 in lines of 70 letters when there are more, as kustomize lays it out; the hash depends on it. */
function toBase64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const encoded = btoa(Array.from(bytes, b => String.fromCharCode(b)).join(''));
  const lines = encoded.match(/.{1,70}/g) ?? [];
  return encoded.length < 70
    ? encoded
    : lines.map(line => `${line}\n`).join('');
}

function absorb(
  resources: readonly Resource[],
  generated: Resource,
  how: { args: GeneratorArguments; path: string },
): Resource[] {
  const { name, behavior } = how.args;
  const index = resources.findIndex(resource =>
    isCalled(resource, generated.object),
  );
  const old = resources[index];
  if (!old) {
    if (behavior !== 'create') {
      throw new RenderError(
        how.path,
        `"${name}" cannot ${behavior}: there is none below to ${behavior} with`,
      );
    }
    return [...resources, generated];
  }
  if (behavior === 'create') {
    throw new RenderError(
      how.path,
      `"${name}" exists already; its behavior must be merge or replace`,
    );
  }
  return resources.with(index, {
    object: combine(old.object, generated.object, behavior),
    previous: [...old.previous],
    hashed: generated.hashed,
  });
}

function combine(
  old: JsonObject,
  generated: JsonObject,
  behavior: 'merge' | 'replace',
): JsonObject {
  const both = (a: unknown, b: unknown) => ({
    ...(isObject(a) ? a : {}),
    ...(isObject(b) ? b : {}),
  });
  const before = metadataOf(old);
  const now = metadataOf(generated);
  const labels = both(before.labels, now.labels);
  const annotations = both(before.annotations, now.annotations);
  const data =
    behavior === 'merge' ? both(old.data, generated.data) : generated.data;
  const { data: _, metadata: __, ...rest } = generated;
  return {
    ...rest,
    metadata: {
      name: nameOf(old),
      ...(namespaceOf(old) ? { namespace: namespaceOf(old) } : {}),
      ...(Object.keys(labels).length > 0 ? { labels } : {}),
      ...(Object.keys(annotations).length > 0 ? { annotations } : {}),
    },
    ...(isObject(data) && Object.keys(data).length > 0 ? { data } : {}),
  };
}

/** Is or was it called so. */
function isCalled(resource: Resource, object: JsonObject): boolean {
  const namespace = effectiveNamespace(namespaceOf(object));
  const names = [
    ...resource.previous,
    {
      namespace: effectiveNamespace(namespaceOf(resource.object)),
      name: nameOf(resource.object),
    },
  ];
  return (
    isSelected(gvkOf(resource.object), gvkOf(object)) &&
    names.some(id => id.name === nameOf(object) && id.namespace === namespace)
  );
}
