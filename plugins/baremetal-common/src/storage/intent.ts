import type { Statement } from '../wire/statement';
import { copiesOf, isCurrent } from './members';
import type { VolumeObservation } from './observation';
import { copiesWords, distinct } from './words';

/** What the class asks for, and whether it is so. */
export function intentStatement(
  volume: VolumeObservation,
  domains: Readonly<Record<string, string>>,
): Statement {
  const { wantedCopies: wanted, spreadBy } = volume;
  if (wanted === undefined) {
    return {
      tone: 'unknown',
      sentence: 'How many copies the class asks for is not known.',
    };
  }
  const placed = copiesOf(volume).filter(
    ({ silent, disk }) => !silent && disk !== 'failed',
  );
  const spread = spreadBy !== undefined && wanted > 1;
  const asked = `Class asks for ${copiesWords(wanted)}${
    spread ? ` in ${wanted} domains` : ''
  }`;
  const used = distinct(
    placed.map(({ node, domain }) => domains[node] ?? domain ?? node),
  ).length;
  if (placed.length < wanted) {
    return { tone: 'warn', sentence: `${asked}: only ${placed.length} there.` };
  }
  if (spread && used < wanted) {
    return {
      tone: 'warn',
      sentence: `${asked}: they are in ${used === 1 ? 'one' : used}.`,
    };
  }
  return { tone: 'ok', sentence: `${asked}: met.`, detail: detailOf(volume) };
}

function detailOf(volume: VolumeObservation): string | undefined {
  const copies = copiesOf(volume);
  const current = copies.filter(isCurrent).length;
  if (copies.length === 1) {
    return 'Losing the node stops it.';
  }
  if (current < copies.length) {
    return `${current} up to date, ${copies.length - current} behind.`;
  }
  return volume.replicas.some(({ kind }) => kind === 'tieBreaker')
    ? 'The tie-breaker holds no data, only a vote.'
    : undefined;
}
