import type { LocatedFinding } from './checkRepository';

/**
 * Findings of which each is said once: what is to be mended in one place for several environments names them all.
 */
export function joinFindings(
  findings: readonly LocatedFinding[],
): LocatedFinding[] {
  const joined = new Map<string, LocatedFinding>();
  for (const finding of findings) {
    const { id, severity, message, fix, location } = finding;
    const key = JSON.stringify([id, severity, message, fix, location]);
    const same = joined.get(key);
    joined.set(key, same ? together(same, finding) : finding);
  }
  return [...joined.values()];
}

/** Without environments it is about all of them. */
function together(
  { environments: some, ...finding }: LocatedFinding,
  { environments: more }: LocatedFinding,
): LocatedFinding {
  return some && more
    ? { ...finding, environments: [...new Set([...some, ...more])] }
    : finding;
}
