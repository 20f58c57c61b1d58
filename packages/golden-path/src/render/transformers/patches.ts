import type { FileTree } from '../../types';
import type { Patch } from '../kustomization';
import { fileBelow } from '../paths';
import { RenderError } from '../RenderError';
import {
  gvkOf,
  isObject,
  type JsonObject,
  keyOf,
  metadataOf,
  nameOf,
  namespaceOf,
  rememberId,
  type Resource,
} from '../Resource';
import { parseYaml } from '../yamlDocuments';
import { applyJsonPatch, type JsonPatch, jsonPatchSchema } from './jsonPatch';
import { listInKnownSchema, mergePatch } from './mergePatch';
import { selectResources } from './selectResources';

interface From {
  readonly files: FileTree;
  readonly dir: string;
  /** The kustomization. */
  readonly path: string;
}

/** Applies one entry of `patches:`, JSON 6902 or merge. */
export function applyPatch(
  resources: readonly Resource[],
  patch: Patch,
  from: From,
): void {
  const { text, path } = readPatch(patch, from);
  const [list] = parseYaml(text, path, 'json');
  if (Array.isArray(list)) {
    const steps = parseSteps(list, path);
    if (!patch.target) {
      throw new RenderError(path, 'a JSON patch needs a target');
    }
    for (const resource of selectResources(resources, patch.target, path)) {
      applySteps(resource, steps, path);
    }
    return;
  }
  const documents = parseYaml(text, path, 'manifest');
  if (documents.length === 0) {
    throw new RenderError(path, 'the patch is empty');
  }
  if (patch.options?.allowKindChange || patch.options?.allowNameChange) {
    throw new RenderError(path, 'patches that rename are not supported here');
  }
  if (patch.target && documents.length > 1) {
    throw new RenderError(path, 'several patches cannot share one target');
  }
  for (const document of documents) {
    applyMerge(resources, document, { target: patch.target, path });
  }
}

function readPatch(patch: Patch, from: From): { text: string; path: string } {
  const inline = (patch.patch ?? '').trim();
  if ((inline === '') === (patch.path === undefined)) {
    throw new RenderError(
      from.path,
      'a patch needs either `path` or `patch`, and not both',
    );
  }
  if (patch.path === undefined) {
    return { text: inline, path: from.path };
  }
  const path = fileBelow(from.dir, patch.path);
  const text = from.files.get(path);
  if (text === undefined) {
    throw new RenderError(from.path, `the patch ${path} is not there`);
  }
  return { text, path };
}

function parseSteps(document: unknown, path: string): JsonPatch {
  const parsed = jsonPatchSchema.safeParse(document);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new RenderError(
      path,
      `step ${issue?.path.join('.')} of the patch: ${issue?.message}`,
    );
  }
  return parsed.data;
}

function applySteps(resource: Resource, steps: JsonPatch, path: string): void {
  rememberId(resource);
  try {
    applyJsonPatch(resource.object, steps);
  } catch (error) {
    if (error instanceof Error && error.name === 'JsonPatchError') {
      throw new RenderError(
        path,
        `the patch of ${resource.object.kind} ${nameOf(resource.object)} ${
          error.message
        }`,
      );
    }
    throw error;
  }
}

function applyMerge(
  resources: readonly Resource[],
  patch: unknown,
  how: { target: Patch['target']; path: string },
): void {
  if (!isObject(patch)) {
    throw new RenderError(how.path, 'the patch is not a map');
  }
  const selected = how.target
    ? selectResources(resources, how.target, how.path)
    : resources.filter(resource => isFor(resource, patch));
  if (!how.target && selected.length !== 1) {
    throw new RenderError(
      how.path,
      `no resource matches the patch of ${patch.kind} ${nameOf(patch)}`,
    );
  }
  for (const { object } of selected) {
    const { group, kind } = gvkOf(object);
    const list = listInKnownSchema(group, patch);
    if (list !== undefined || '$patch' in patch) {
      throw new RenderError(
        how.path,
        `merging ${
          list ?? '$patch'
        } into a ${kind} is not supported here; write a JSON patch`,
      );
    }
    const { name, namespace } = metadataOf(object);
    mergePatch(object, patch);
    object.kind = kind;
    metadataOf(object).name = name;
    if (namespace === undefined) {
      delete metadataOf(object).namespace;
    } else {
      metadataOf(object).namespace = namespace;
    }
  }
}

function isFor({ object, previous }: Resource, patch: JsonObject): boolean {
  const ids = [
    keyOf(object),
    ...previous.map(id =>
      keyOf({
        apiVersion: object.apiVersion,
        kind: id.kind,
        metadata: { name: id.name, namespace: id.namespace },
      }),
    ),
  ];
  return ids.includes(
    keyOf({
      apiVersion: patch.apiVersion,
      kind: patch.kind,
      metadata: { name: nameOf(patch), namespace: namespaceOf(patch) },
    }),
  );
}
