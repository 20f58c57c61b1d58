import { InputError } from '@backstage/errors';
import type { Finding } from '@baremetal/backstage-plugin-baremetal-common';
import { parseServiceSpec, type ServiceSpec } from '@baremetal/golden-path';

/** The spec of an earlier step. Parsed again: whoever calls the API can hand over anything. */
export function parseSpec(input: unknown): ServiceSpec {
  const result = parseServiceSpec(input);
  if (!result.ok) throw refusal(result.findings);
  return result.spec;
}

/**
 * One error that names every finding with its reason and its way out.
 *
 * @param refused - what they forbid, as a sentence
 */
export function refusal(
  findings: readonly Finding[],
  refused = 'This service cannot be created',
): InputError {
  return new InputError(
    [
      findings.length === 1
        ? `${refused}:`
        : `${refused}, for ${findings.length} reasons:`,
      ...findings.map(
        ({ id, path, message, fix }) => `- ${id} ${path}: ${message} ${fix}`,
      ),
    ].join('\n'),
  );
}
