/**
 * An amount of what the scheduler counts: CPU in millicores, everything else in
 * its own unit (memory in bytes, devices in pieces), by resource name.
 */
export type Resources = Readonly<Record<string, number>>;

export const CPU = 'cpu';
export const MEMORY = 'memory';
/** Slots for pods on a node: each pod takes one, whatever it asks for. */
export const PODS = 'pods';

export const NO_RESOURCES: Resources = {};

export function add(a: Resources, b: Resources): Resources {
  return merge(a, b, (left, right) => left + right);
}

export function maximum(a: Resources, b: Resources): Resources {
  return merge(a, b, Math.max);
}

function merge(
  a: Resources,
  b: Resources,
  join: (left: number, right: number) => number,
): Resources {
  const merged: Record<string, number> = { ...a };
  for (const [name, amount] of Object.entries(b)) {
    merged[name] = join(merged[name] ?? 0, amount);
  }
  return merged;
}
