import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { toYaml } from '../serialize';
import type { ServiceSpec } from '../spec/serviceSpec';
import type { Manifest } from '../types';
import { checkWorkflow } from './checkWorkflow';
import { codeOwners } from './codeOwners';
import { siteOf } from './site';
import { pagesOf } from './pages/pages';
import { blocks } from './markdown';
import { renovate } from './renovate';

/**
 * Files of the repository that are not Kubernetes objects, by path: owners, documentation, automation.
 *
 * @param base - contents of `deploy/base` by file name, so that the pages name what is really there
 */
export function repositoryFiles(
  spec: ServiceSpec,
  platform: PlatformFacts,
  base: ReadonlyMap<string, unknown>,
): Map<string, string> {
  const pages = pagesOf({ spec, platform, objects: objectsOf(base) });
  return new Map([
    ['CODEOWNERS', codeOwners(spec, platform)],
    ['mkdocs.yml', toYaml(siteOf(spec, pages))],
    ...pages.map(({ file, title, text }): [string, string] => [
      `docs/${file}`,
      `${blocks(`# ${title}`, text)}\n`,
    ]),
    ['renovate.json', `${JSON.stringify(renovate(spec), undefined, 2)}\n`],
    ['.github/workflows/golden-path-check.yaml', toYaml(checkWorkflow(spec))],
  ]);
}

function objectsOf(base: ReadonlyMap<string, unknown>): Map<string, Manifest> {
  return new Map(
    [...base].flatMap(([file, value]): [string, Manifest][] =>
      isObject(value) ? [[file, value]] : [],
    ),
  );
}

// The index and the configuration of kustomize have no metadata.
function isObject(value: unknown): value is Manifest {
  return typeof value === 'object' && value !== null && 'metadata' in value;
}
