import { storage } from '../__fixtures__/storage';
import { mostInteresting, placedVolumes } from './placedVolumes';
import { filledShare, roleOf } from './replicaLook';

const copy = {
  node: 'm-1',
  kind: 'copy',
  inUse: false,
  state: 'upToDate',
  words: '',
  raw: '',
} as const;

it('lists volumes in promotion order and asks about the worst first', () => {
  const volumes = placedVolumes(storage);
  expect(volumes.map(({ environment }) => environment)).toEqual([
    'dev',
    'stage',
    'prod',
  ]);
  expect(mostInteresting(volumes)?.environment).toBe('prod');
  expect(mostInteresting(volumes.slice(0, 2))).toBeUndefined();
});

it.each([
  [{ ...copy }, 1],
  [{ ...copy, state: 'syncing', percent: 45 }, 0.45],
  [{ ...copy, state: 'syncing' }, 0],
  [{ ...copy, state: 'lost' }, 0],
  // What is not known is never drawn as data.
  [{ ...copy, state: 'unknown' }, 0],
] as const)('%j is filled to %d', (replica, share) => {
  expect(filledShare(replica)).toBe(share);
});

it.each([
  [{ ...copy, inUse: true }, 'inUse'],
  [copy, 'copy'],
  [{ ...copy, kind: 'tieBreaker' }, 'tieBreaker'],
  [{ ...copy, kind: 'client', inUse: true }, 'client'],
] as const)('%j is %s', (replica, role) => {
  expect(roleOf(replica)).toBe(role);
});
