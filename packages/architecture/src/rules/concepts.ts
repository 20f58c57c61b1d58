import { posix } from 'node:path';
import type { SourceFile } from '../parseSource';
import { told } from './imports';

/** One concept per folder, and the same names in every package. */
const CONCEPTS = ['capacity', 'delivery', 'inventory', 'promotion', 'storage'];

/** Beneath the concepts: everybody may use them. */
const FOUNDATIONS = ['kube', 'quantity', 'wire'];

/** What joins concepts, and so stands above them. */
const JOINT = 'service';

/** ADR 10. */
const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
  promotion: ['delivery'],
};

const PACKAGES = ['plugins/baremetal-common', 'plugins/baremetal-backend'];

/** Each concept can be understood alone; `service` alone joins them. */
export function againstConcepts(files: readonly SourceFile[]): string[] {
  return files
    .filter(file => PACKAGES.includes(file.folder) && file.role === 'source')
    .flatMap(file =>
      file.imports.flatMap(each => {
        const from = topFolder(file.inSrc);
        const to = topFolder(resolved(file.inSrc, each.target));
        const reason = sideways(from, to, each.typeOnly);
        return reason === undefined ? [] : [told(file, each, reason)];
      }),
    );
}

function sideways(
  from: string,
  to: string,
  typeOnly: boolean,
): string | undefined {
  const isJoined = CONCEPTS.includes(to) || to === JOINT;
  if (from === to || !isJoined) return undefined;
  if (FOUNDATIONS.includes(from)) {
    // A row holds what was computed from it; types cost nothing at run time.
    return typeOnly ? undefined : `${from} may use types of ${to} only`;
  }
  if (!CONCEPTS.includes(from) || EXCEPTIONS[from]?.includes(to)) {
    return undefined;
  }
  return `${from} imports no other concept than ${[
    ...FOUNDATIONS,
    ...(EXCEPTIONS[from] ?? []),
  ].join(', ')}`;
}

function resolved(from: string, target: string): string {
  return target.startsWith('.')
    ? posix.join(posix.dirname(from), target)
    : target;
}

function topFolder(path: string): string {
  return path.split('/')[0] ?? '';
}
