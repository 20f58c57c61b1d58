import type { CheckReport, LocatedFinding } from '../checkRepository';

/** Ends a finding's sentence with the environments in which it is so: where not in all, and where it does not name them. */
export function whereItIs(
  { environments = [], message }: LocatedFinding,
  report: Pick<CheckReport, 'environments'>,
): string {
  const words = new Set(message.split(/[^A-Za-z0-9/_-]+/));
  const isSaid = environments.every(name => words.has(name));
  const isEverywhere = report.environments.every(({ name }) =>
    environments.includes(name),
  );
  return isSaid || isEverywhere ? '' : ` (${environments.join(', ')})`;
}
