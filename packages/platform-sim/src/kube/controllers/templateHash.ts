import { createHash } from 'node:crypto';

const LETTERS = 'bcdf2456789ghjkl';

const known = new WeakMap<object, string>();

/** Short name of a pod template: the same for the same fields in any order. */
export function templateHash(template: object): string {
  const before = known.get(template);
  if (before !== undefined) return before;
  const hex = createHash('sha256').update(canonical(template)).digest('hex');
  const hash = [...hex.slice(0, 10)]
    .map(digit => LETTERS[Number.parseInt(digit, 16)])
    .join('');
  known.set(template, hash);
  return hash;
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null)
    return JSON.stringify(value) ?? '';
  return `{${Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${JSON.stringify(name)}:${canonical(field)}`)
    .join(',')}}`;
}
