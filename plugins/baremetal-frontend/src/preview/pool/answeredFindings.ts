import type { Proof } from '../prove';

/** What is wrong with what was answered; questions that are still open are named at the top of the page. */
export function answeredFindings({
  findings,
  unanswered,
}: Pick<Proof, 'findings' | 'unanswered'>): Pick<Proof, 'findings'> {
  return { findings: findings.filter(each => !unanswered.includes(each)) };
}
