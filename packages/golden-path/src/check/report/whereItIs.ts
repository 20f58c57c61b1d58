import type { CheckReport, LocatedFinding } from '../checkRepository';

/** Ends a finding's sentence with the environments in which it is so: where not in all, and where it does not name them. */
export function whereItIs(
  { environments = [], message }: LocatedFinding,
  report: Pick<CheckReport, 'environments'>,
): string {
  const isEverywhere = environments.length === report.environments.length;
  return isEverywhere || environments.every(name => message.includes(name))
    ? ''
    : ` (${environments.join(', ')})`;
}
