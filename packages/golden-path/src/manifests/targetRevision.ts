import type { ServiceSpec } from '../spec/serviceSpec';
import { deployedBranch } from '../spec/deployedBranch';

/**
 * What Argo CD cannot take for anything but a branch: it reads `1.x`, `v2` and `x` as a range of tags, and forty
 * hexadecimal digits as a commit.
 */
const PLAIN = /^(?!v?[\dx]|head$|[\da-f]{7,}$)[a-z][\w./-]*$/i;

/** The deployed branch, as a field of an ApplicationSet's template names it. */
export function targetRevision(spec: Pick<ServiceSpec, 'repo'>): string {
  const branch = deployedBranch(spec);
  return literal(PLAIN.test(branch) ? branch : `refs/heads/${branch}`);
}

/** A text of the template that is none: its braces would be looked up. */
function literal(text: string): string {
  return text.replaceAll('{{', '{{"{{"}}');
}
