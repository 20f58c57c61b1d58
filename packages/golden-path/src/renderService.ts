import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { BASE, BUDGET_COMPONENT, LOCK_FILE, OVERLAYS } from './constants';
import { applicationSet, appProject } from './manifests/argo';
import { baseFiles, budgetFiles } from './manifests/base';
import { catalogEntities } from './manifests/catalogInfo';
import { edgeFiles } from './manifests/exposure/edgeFiles';
import { type FileContent, overlayFiles } from './manifests/overlay';
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
  const files = new Map<string, string>();
  const base = baseFiles(spec, platform);
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
  files.set('argocd/project.yaml', toYaml(appProject(spec, platform)));
  files.set(
    'argocd/applicationset.yaml',
    toYaml(applicationSet(spec, platform)),
  );
  files.set(
    'catalog-info.yaml',
    catalogEntities(spec).map(toYaml).join('---\n'),
  );
  for (const [path, text] of repositoryFiles(spec, platform, base)) {
    files.set(path, text);
  }
  for (const [path, text] of edgeFiles(spec, platform)) files.set(path, text);
  files.set(LOCK_FILE, toYaml(lockFile(spec, files)));
  return files;
}

function addYaml(
  files: Map<string, string>,
  folder: string,
  values: Map<string, unknown>,
) {
  for (const [name, value] of values) {
    files.set(`${folder}/${name}`, toYaml(value));
  }
}

function add(
  files: Map<string, string>,
  folder: string,
  contents: Map<string, FileContent>,
) {
  for (const [name, content] of contents) {
    files.set(
      `${folder}/${name}`,
      'text' in content ? content.text : toYaml(content.yaml),
    );
  }
}
