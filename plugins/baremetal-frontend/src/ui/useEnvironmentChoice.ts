import { useSearchParams } from 'react-router-dom';
import {
  TONES_BY_WEIGHT,
  type Tone,
} from '@baremetal/backstage-plugin-baremetal-common';

/** What can be chosen: a cluster of an environment. */
export interface Choice {
  readonly environment: string;
  readonly cluster: string;
}

/** The query that opens a choice; also what links from other pages carry. */
export function toSearch(choice: Choice): string {
  return `?${new URLSearchParams({
    environment: choice.environment,
    cluster: choice.cluster,
  })}`;
}

/**
 * The column that the address names, else the one that needs somebody most, else the first.
 *
 * @param toneOf - How a column stands. A clock or a person comes before what nobody knows.
 */
export function useEnvironmentChoice<T extends Choice>(
  columns: readonly T[],
  toneOf: (column: T) => Tone,
): T | undefined {
  const [search] = useSearchParams();
  const environment = search.get('environment');
  const cluster = search.get('cluster');
  const named = columns.filter(column => column.environment === environment);
  return (
    named.find(column => column.cluster === cluster) ??
    named[0] ??
    mostUrgent(columns, toneOf)
  );
}

const URGENCY: readonly Tone[] = [
  'bad',
  'wait',
  'warn',
  ...TONES_BY_WEIGHT.filter(tone => !['bad', 'wait', 'warn'].includes(tone)),
];

function mostUrgent<T>(
  columns: readonly T[],
  toneOf: (column: T) => Tone,
): T | undefined {
  return [...columns].sort(
    (a, b) => URGENCY.indexOf(toneOf(a)) - URGENCY.indexOf(toneOf(b)),
  )[0];
}
