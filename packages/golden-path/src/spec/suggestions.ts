import { parseQuantity } from '@baremetal/backstage-plugin-baremetal-common';
import { NAME_LENGTH } from './name';

/** A name that is allowed and close to what was meant. */
export function suggestName(text: string): string {
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, NAME_LENGTH)
    .replace(/-+$/, '');
  return name === '' ? 'orders' : name;
}

const EXAMPLES: Readonly<Record<string, string>> = {
  cpu: '250m',
  memory: '256Mi',
  size: '10Gi',
};

/** An amount that is allowed and close to what was meant: `10GB` and `10 gib` are `10Gi` to most who write them. */
export function suggestQuantity(value: unknown, field: string): string {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([kmgt])i?b?\s*$/i.exec(String(value));
  const guess =
    match && field !== 'cpu'
      ? `${match[1]}${match[2]!.toUpperCase()}i`
      : undefined;
  return guess !== undefined && parseQuantity(guess) !== undefined
    ? guess
    : EXAMPLES[Object.hasOwn(EXAMPLES, field) ? field : 'size']!;
}
