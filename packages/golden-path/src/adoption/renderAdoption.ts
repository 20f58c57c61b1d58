import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { LOCK_FILE } from '../constants';
import { renderService } from '../renderService';
import { toYaml } from '../serialize';
import type { ServiceSpec } from '../spec/serviceSpec';
import type { FileTree } from '../types';
import { lockFile } from '../upgrade/lockFile';
import { annotateCatalogInfo } from './annotateCatalogInfo';

/** Folders of a repository that are the deployment's; everything else is the team's. */
const FOLDERS = ['deploy/', 'argocd/', 'edge/'];

export const CATALOG_INFO = 'catalog-info.yaml';
export const CODE_OWNERS = 'CODEOWNERS';

/** What a repository has already, of the files that are not the deployment's alone. */
export interface AdoptedRepository {
  readonly catalogInfo?: string;
  /** In any of the places where hosts look for them. */
  readonly hasCodeOwners: boolean;
}

export type Adoption =
  | { readonly ok: true; readonly files: FileTree }
  | { readonly ok: false; readonly reason: string };

/**
 * What a repository that exists gets to be deployed: the objects, their registration, the answers, and an entry in the
 * catalog. No source, no documentation, no automation: those it has.
 *
 * The lock file lists what is written here only. What was there before stays the team's, so no upgrade touches it.
 */
export function renderAdoption(
  spec: ServiceSpec,
  platform: PlatformFacts,
  there: AdoptedRepository,
): Adoption {
  const all = renderService(spec, platform);
  const made = new Map(
    [...all].filter(
      ([path]) =>
        FOLDERS.some(folder => path.startsWith(folder)) ||
        (path === CATALOG_INFO && there.catalogInfo === undefined) ||
        (path === CODE_OWNERS && !there.hasCodeOwners),
    ),
  );
  const lock = toYaml(lockFile(spec, made));
  const files = new Map(made).set(LOCK_FILE, lock);
  if (there.catalogInfo === undefined) return { ok: true, files };
  const edit = annotateCatalogInfo(there.catalogInfo, spec);
  switch (edit.outcome) {
    case 'refused':
      return { ok: false, reason: edit.reason };
    case 'unchanged':
      return { ok: true, files };
    case 'edited':
      return { ok: true, files: files.set(CATALOG_INFO, edit.text) };
  }
}
