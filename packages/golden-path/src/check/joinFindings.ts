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
    const environments = new Set([
      ...(same?.environments ?? []),
      ...(finding.environments ?? []),
    ]);
    joined.set(key, {
      ...(same ?? finding),
      ...(environments.size > 0 && { environments: [...environments] }),
    });
  }
  return [...joined.values()];
}
