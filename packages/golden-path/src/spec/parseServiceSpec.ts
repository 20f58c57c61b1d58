import type { Finding } from '@baremetal/backstage-plugin-baremetal-common';
import { explainSpecIssues } from './explainSpecIssues';
import { type ServiceSpec, serviceSpecSchema } from './serviceSpec';

export type ParsedSpec =
  | { readonly ok: true; readonly spec: ServiceSpec }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** Answers with their defaults filled in, or what is wrong with them. */
export function parseServiceSpec(answers: unknown): ParsedSpec {
  const result = serviceSpecSchema.safeParse(answers);
  return result.success
    ? { ok: true, spec: result.data }
    : { ok: false, findings: explainSpecIssues(result.error, answers) };
}
