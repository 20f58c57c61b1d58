import { GOLDEN_PATH_VERSION } from '../constants';
import { sha256 } from '../hash/sha256';
import type { ServiceSpec } from '../spec/serviceSpec';
import { templateOf } from '../spec/workload';
import type { FileTree } from '../types';

/**
 * Who a file belongs to after it was made: `managed` is written again by an upgrade and a local edit is drift;
 * `merged` is the team's as well, and an upgrade merges into it; `seeded` is written once.
 */
export type Ownership = 'managed' | 'merged' | 'seeded';

/** What a repository says about where it came from: the answers, and what was made of them. */
export interface LockFile {
  readonly apiVersion: 'baremetal.dev/v1alpha1';
  readonly kind: 'GoldenPath';
  readonly template: string;
  readonly goldenPathVersion: string;
  readonly spec: ServiceSpec;
  readonly files: Readonly<
    Record<string, { readonly sha256: string; readonly ownership: Ownership }>
  >;
}

/** Records the files as they were made, so that a later upgrade knows which of them were edited since. */
export function lockFile(spec: ServiceSpec, files: FileTree): LockFile {
  return {
    apiVersion: 'baremetal.dev/v1alpha1',
    kind: 'GoldenPath',
    template: templateOf(spec),
    goldenPathVersion: GOLDEN_PATH_VERSION,
    spec,
    files: Object.fromEntries(
      [...files].map(([path, text]) => [
        path,
        { sha256: sha256(text), ownership: ownershipOf(path) },
      ]),
    ),
  };
}

/** The team's own words from the first day on. */
const SEEDED = ['CODEOWNERS', 'docs/runbook.md'];
/** Teams add pages, rules and annotations of their own. Other pages of `docs` state facts, and are managed. */
const MERGED = ['catalog-info.yaml', 'mkdocs.yml', 'renovate.json'];

/** Whose a file of a generated repository is. */
export function ownershipOf(path: string): Ownership {
  if (path.endsWith('/config.env') || SEEDED.includes(path)) return 'seeded';
  // Promotions and teams edit these every day.
  if (path.startsWith('deploy/overlays/') || MERGED.includes(path)) {
    return 'merged';
  }
  return 'managed';
}
