import type { Finding } from '@baremetal/backstage-plugin-baremetal-common';
import { LOCK_FILE } from '../constants';
import { parseFile } from '../render/parseFile';
import { RenderError } from '../render/RenderError';
import { at } from '../rules/kube';
import { parseServiceSpec } from '../spec/parseServiceSpec';
import { SPEC_ISSUE } from '../spec/explainSpecIssues';
import type { ServiceSpec } from '../spec/serviceSpec';
import type { FileTree } from '../types';

/** What a repository says of the answers that it was made of. */
export type LockedAnswers =
  | { readonly type: 'none' }
  | { readonly type: 'answers'; readonly spec: ServiceSpec }
  /** Somebody has edited them, so that they are none any more. */
  | { readonly type: 'broken'; readonly findings: readonly Finding[] };

export function readAnswers(files: FileTree): LockedAnswers {
  if (!files.has(LOCK_FILE)) return { type: 'none' };
  try {
    const [lock] = parseFile(files, LOCK_FILE, 'json');
    const parsed = parseServiceSpec(at(lock, 'spec') ?? {});
    return parsed.ok
      ? { type: 'answers', spec: parsed.spec }
      : { type: 'broken', findings: parsed.findings };
  } catch (error) {
    if (!(error instanceof RenderError)) throw error;
    return {
      type: 'broken',
      findings: [
        {
          id: SPEC_ISSUE,
          severity: 'error',
          path: LOCK_FILE,
          message: `The answers that this repository was made of cannot be read: ${error.reason}.`,
          fix: 'Restore the file from Git; change answers in the form, never here.',
        },
      ],
    };
  }
}
