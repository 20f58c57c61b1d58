import type { FileTree } from '../types';
import { generate } from './generate';
import {
  findKustomization,
  type Kustomization,
  readKustomization,
} from './kustomization';
import { fileBelow, isRemote, joinPath } from './paths';
import { RenderError } from './RenderError';
import { isObject, keyOf, nameOf, type Resource } from './Resource';
import {
  BUILTIN_CONFIG,
  mergeConfig,
  readConfigurations,
  type TransformerConfig,
} from './transformerConfig';
import { transform } from './transform';
import { parseFile } from './parseFile';

/** What a folder's kustomization makes, before hashes and references. */
export interface Accumulated {
  readonly resources: readonly Resource[];
  readonly config: TransformerConfig;
}

interface Context {
  readonly files: FileTree;
  /** Folders on the way here, to notice circles. */
  readonly above: readonly string[];
}

/** Builds a folder and what it is based on: resources, generators, components, transformers, in this order. */
export function accumulate(files: FileTree, dir: string): Accumulated {
  return accumulateFolder(
    { files, above: [] },
    { dir: joinPath('', dir), kind: 'Kustomization' },
    { resources: [], config: BUILTIN_CONFIG },
  );
}

function accumulateFolder(
  context: Context,
  { dir, kind }: { dir: string; kind: 'Kustomization' | 'Component' },
  start: Accumulated,
): Accumulated {
  if (context.above.includes(dir)) {
    throw new RenderError(dir, 'is based on itself');
  }
  const { path, kustomization } = readKustomization(context.files, dir);
  if (kustomization.kind !== kind) {
    throw new RenderError(path, `its kind should be ${kind} to be used here`);
  }
  const inner: Context = { ...context, above: [...context.above, dir] };
  const from = { files: context.files, dir, path };
  const gathered = gatherResources(inner, kustomization, { ...from, start });
  const configured = {
    resources: generate(gathered.resources, kustomization, from),
    config: readConfigurations(
      context.files,
      dir,
      kustomization.configurations,
    ).reduce(mergeConfig, gathered.config),
  };
  const all = kustomization.components.reduce<Accumulated>(
    (before, component) =>
      accumulateFolder(
        inner,
        { dir: localDir(component, dir, path), kind: 'Component' },
        before,
      ),
    configured,
  );
  transform(all.resources, kustomization, { ...from, config: all.config });
  return all;
}

function gatherResources(
  context: Context,
  kustomization: Kustomization,
  at: { dir: string; path: string; start: Accumulated },
): Accumulated {
  return kustomization.resources.reduce<Accumulated>((before, entry) => {
    const folder = localDir(entry, at.dir, at.path);
    const more = context.files.has(folder)
      ? {
          resources: readResources(context.files, entry, at),
          config: before.config,
        }
      : accumulateFolder(
          context,
          {
            dir: needFolder(context.files, folder, { entry, path: at.path }),
            kind: 'Kustomization',
          },
          { resources: [], config: BUILTIN_CONFIG },
        );
    return {
      resources: append(before.resources, more.resources, at.path),
      config: mergeConfig(before.config, more.config),
    };
  }, at.start);
}

function localDir(entry: string, dir: string, path: string): string {
  if (isRemote(entry)) {
    throw new RenderError(
      path,
      `"${entry}" is remote; only paths are rendered`,
      true,
    );
  }
  return joinPath(dir, entry);
}

function needFolder(
  files: FileTree,
  folder: string,
  { entry, path }: { entry: string; path: string },
): string {
  if (findKustomization(files, folder) === undefined) {
    throw new RenderError(
      path,
      `"${entry}" is neither a file nor a folder with a kustomization.yaml`,
    );
  }
  return folder;
}

/** Objects of a file that a kustomization of the folder `dir` names. */
export function readResources(
  files: FileTree,
  entry: string,
  { dir }: { dir: string },
): Resource[] {
  const path = fileBelow(dir, entry);
  return resourcesOf(parseFile(files, path, 'manifest'), path);
}

/**
 * Documents of a file as objects; those of a list one by one.
 *
 * @throws {@link RenderError} for something that is no object of Kubernetes
 */
export function resourcesOf(
  documents: readonly unknown[],
  path: string,
): Resource[] {
  return documents
    .flatMap(value =>
      isObject(value) &&
      String(value.kind).endsWith('List') &&
      Array.isArray(value.items)
        ? value.items
        : [value],
    )
    .map(value => toResource(value, path));
}

function toResource(value: unknown, path: string): Resource {
  if (!isObject(value) || !value.kind || !value.apiVersion) {
    throw new RenderError(path, 'holds something without apiVersion and kind');
  }
  if (nameOf(value) === '') {
    throw new RenderError(path, `its ${value.kind} has no metadata.name`);
  }
  return { object: value, previous: [], hashed: false };
}

function append(
  resources: readonly Resource[],
  more: readonly Resource[],
  path: string,
): Resource[] {
  const keys = new Set(resources.map(({ object }) => keyOf(object)));
  for (const { object } of more) {
    const key = keyOf(object);
    if (keys.has(key)) {
      throw new RenderError(path, `holds the same object twice: ${key}`);
    }
    keys.add(key);
  }
  return [...resources, ...more];
}
