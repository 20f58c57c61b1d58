import { BASE, OVERLAYS } from '../constants';
import { joinPath } from '../render/paths';
import type { ServiceSpec } from '../spec/serviceSpec';
import type { FileTree } from '../types';

export const CHART = 'deploy/chart';

type Packaged = Pick<ServiceSpec, 'packaging'>;

/**
 * Folder of the chart that an environment's values are for: beside that of all environments.
 *
 * @param dir - folder of the environment
 */
export function chartFolderOf(dir: string): string {
  return dir.startsWith(`${OVERLAYS}/`) ? CHART : joinPath(dir, '../../chart');
}

/** Values of an environment. In its own folder, like an overlay, so that who owns it is said in one way only. */
export function valuesFileOf(dir: string): string {
  return `${dir}/values.yaml`;
}

/** Where Argo CD finds an environment's values from the chart on. */
export function valuesFromChart(environment: string): string {
  return valuesFileOf(`../overlays/${environment}`);
}

/** Whether the golden path has made a chart of the repository. */
export function holdsChart(files: FileTree): boolean {
  return files.has(`${CHART}/Chart.yaml`);
}

/** Where an object is written that no environment has for itself alone. */
export function objectPlace({ packaging }: Packaged, file: string): string {
  switch (packaging) {
    case 'kustomize':
      return `${BASE}/${file}`;
    case 'helm':
      return `${CHART}/templates/${file}`;
  }
}

/** The file in which an environment names the image that it runs. */
export function imagePlace(
  { packaging }: Packaged,
  environment: string,
): string {
  const dir = `${OVERLAYS}/${environment}`;
  switch (packaging) {
    case 'kustomize':
      return `${dir}/kustomization.yaml`;
    case 'helm':
      return valuesFileOf(dir);
  }
}

/**
 * The file in the folder of an environment that says something of its own.
 *
 * @param patch - name of the patch that an overlay says it in
 */
export function settingFile({ packaging }: Packaged, patch: string): string {
  switch (packaging) {
    case 'kustomize':
      return patch;
    case 'helm':
      return 'values.yaml';
  }
}

/**
 * Where a rule's finding is to be mended in a repository with a chart. Rules name files by where kustomize has them.
 */
export function placeInChart(path: string): string {
  const inOverlay = new RegExp(
    `^(${OVERLAYS}/[^/#]+)/[^#]*\\.yaml(#.*)?$`,
  ).exec(path);
  if (inOverlay?.[1] !== undefined) return valuesFileOf(inOverlay[1]);
  return path.startsWith(`${BASE}/`)
    ? // Lines of a template are not those of the object.
      `${CHART}/templates/${path.slice(BASE.length + 1).replace(/#.*$/, '')}`
    : path;
}
