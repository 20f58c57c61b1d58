import type { Candidate, EnvironmentObservation } from './observation';
import { seenIn } from './seen';
import { shortDigest } from './words';

export type CandidateAnswer =
  | { readonly found: true; readonly candidate: Candidate }
  | { readonly found: false; readonly why: string };

/**
 * What would be promoted out of an environment: the one digest that all its stable pods really run, never a tag that
 * is resolved anew.
 */
export function candidateOf(from: EnvironmentObservation): CandidateAnswer {
  const seen = seenIn(from);
  if (!seen.known) return { found: false, why: seen.why };
  const { environment } = from;
  if (seen.workloads.length < from.clusters.length) {
    return { found: false, why: `It is not deployed in ${environment}` };
  }
  const serving = seen.workloads
    .flatMap(({ images }) => images)
    .filter(({ role }) => role === 'stable');
  const [image] = serving;
  if (image === undefined) {
    return { found: false, why: `No pod serves in ${environment} yet` };
  }
  const digests = [...new Set(serving.map(({ digest }) => digest))];
  const [digest] = digests;
  if (digests.length > 1 || digest === undefined) {
    const said = digests.map(one => (one ? shortDigest(one) : 'not known yet'));
    return {
      found: false,
      why:
        digest === undefined && digests.length === 1
          ? `No pod in ${environment} has said which digest it runs`
          : `Pods in ${environment} run different digests: ${said.join(', ')}`,
    };
  }
  const { repository, tag } = image;
  return {
    found: true,
    candidate: { repository, ...(tag !== undefined && { tag }), digest },
  };
}
