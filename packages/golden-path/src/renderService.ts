import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { BASE, BUDGET_COMPONENT, LOCK_FILE, OVERLAYS } from './constants';
import { applicationSet, appProject } from './manifests/argo';
import { baseFiles, budgetFiles } from './manifests/base';
import { catalogEntities } from './manifests/catalogInfo';
import { edgeFiles } from './manifests/exposure/edgeFiles';
import { type FileContent, overlayFiles } from './manifests/overlay';
import { chartFiles } from './packaging/chart/chartFiles';
import { rememberValues } from './render/parseFile';
import { RenderError } from './render/RenderError';
import { repositoryFiles } from './repository/repositoryFiles';
import { toYaml } from './serialize';
import { leastPodsOf } from './spec/replicas';
import type { ServiceSpec } from './spec/serviceSpec';
import type { FileTree } from './types';
import { lockFile } from './upgrade/lockFile';

/**
 * Everything of a service's repository that follows from its answers, as text.
 *
 * @remarks
 *
 * Pure: the same answers always give the same bytes, so a re-run of a template is an empty diff, and the form can
 * show exactly what will be committed.
 */
export function renderService(
  spec: ServiceSpec,
  platform: PlatformFacts,
): FileTree {
  const base = baseFiles(spec, platform);
  const files = deployFiles(spec, platform, base);
  write(files, 'argocd/project.yaml', [appProject(spec, platform)]);
  write(files, 'argocd/applicationset.yaml', [applicationSet(spec, platform)]);
  write(files, 'catalog-info.yaml', catalogEntities(spec));
  for (const [path, text] of repositoryFiles(spec, platform, base)) {
    files.set(path, text);
  }
  for (const [path, text] of edgeFiles(spec, platform)) files.set(path, text);
  write(files, LOCK_FILE, [lockFile(spec, files)]);
  return files;
}

/** Everything below `deploy`, as it was answered to be packaged. */
function deployFiles(
  spec: ServiceSpec,
  platform: PlatformFacts,
  base: Map<string, unknown>,
): Map<string, string> {
  const files = kustomizedFiles(spec, platform, base);
  switch (spec.packaging) {
    case 'kustomize':
      return files;
    case 'helm':
      try {
        return chartFiles(spec, platform, files);
      } catch (error) {
        // No chart can be made of answers that render to nothing. The overlays show the rules why.
        if (error instanceof RenderError) return files;
        throw error;
      }
  }
}

function kustomizedFiles(
  spec: ServiceSpec,
  platform: PlatformFacts,
  base: Map<string, unknown>,
): Map<string, string> {
  const files = new Map<string, string>();
  addYaml(files, BASE, base);
  if (
    spec.environments.some(environment => leastPodsOf(spec, environment) > 1)
  ) {
    addYaml(files, BUDGET_COMPONENT, budgetFiles(spec));
  }
  for (const environment of spec.environments) {
    add(
      files,
      `${OVERLAYS}/${environment.name}`,
      overlayFiles(spec, environment, platform),
    );
  }
  return files;
}

/** Documents of a file, which the rules and the renderer need not read from its text again. */
function write(
  files: Map<string, string>,
  path: string,
  documents: readonly unknown[],
) {
  files.set(path, documents.map(value => toYaml(value)).join('---\n'));
  rememberValues(files, path, documents);
}

function addYaml(
  files: Map<string, string>,
  folder: string,
  values: Map<string, unknown>,
) {
  for (const [name, value] of values) {
    write(files, `${folder}/${name}`, [value]);
  }
}

function add(
  files: Map<string, string>,
  folder: string,
  contents: Map<string, FileContent>,
) {
  for (const [name, content] of contents) {
    const path = `${folder}/${name}`;
    if ('text' in content) files.set(path, content.text);
    else write(files, path, [content.yaml]);
  }
}
