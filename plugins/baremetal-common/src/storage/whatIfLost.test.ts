import fc from 'fast-check';
import type { DiskState, VolumeObservation } from './observation';
import { whatIfLost } from './whatIfLost';
import {
  copy,
  healthyR2,
  inUse,
  link,
  resyncingR3,
  tieBreaker,
  volume,
} from './__fixtures__/volumes';

const single = volume([copy('a', inUse)]);
const noTieBreaker = volume([copy('a', inUse), copy('b')]);
const degraded = volume([
  copy('a', {
    ...inUse,
    links: [link('b', { state: 'connecting' }), link('c')],
  }),
  copy('b', { silent: true, disk: 'unknown' }),
  tieBreaker('c'),
]);

describe('whatIfLost', () => {
  it.each<[string, VolumeObservation, string[], string[]]>([
    [
      'the node in use of two copies',
      healthyR2,
      ['a'],
      [
        'ok',
        'No data is lost. The pod starts again on another node.',
        '1 full copy left (b), 2 of 3 votes: writes go on.',
        'No writes until the pod runs again on another node.',
        'The copy on a catches up when it is back. Until then, losing b too would lose the only full copy.',
      ],
    ],
    [
      'the tie-breaker',
      healthyR2,
      ['c'],
      [
        'ok',
        'No data is lost, and the service goes on.',
        '2 full copies left (a and b), 2 of 3 votes: writes go on.',
        'No pause.',
        'Until c is back, losing one more node pauses writes.',
      ],
    ],
    [
      'a copy and the tie-breaker at once',
      healthyR2,
      ['b', 'c'],
      [
        'warn',
        'No data is lost, but writes pause.',
        '1 full copy left (a), 1 of 3 votes: writes pause.',
        'Writes hang until one more node is back.',
        'The copy on b catches up when it is back.',
      ],
    ],
    [
      'the node in use while a copy catches up',
      resyncingR3,
      ['a'],
      [
        'ok',
        'No data is lost. The pod starts again on another node.',
        '1 full copy left (b), 2 of 3 votes: writes go on.',
        'No writes until the pod runs again on another node.',
        'c goes on catching up from b. Until then, losing b too would lose the only full copy.',
      ],
    ],
    [
      'both current copies',
      resyncingR3,
      ['a', 'b'],
      [
        'bad',
        'No current copy is left until a and b are back.',
        'Only older data is left, on c.',
        'Reads and writes hang until a and b are back.',
        'The copies on a and b catch up when they are back.',
      ],
    ],
    [
      'the only copy',
      single,
      ['a'],
      [
        'bad',
        'The service stops until a is back: the only copy is there.',
        'No copy is left.',
        'Reads and writes hang until a is back.',
        'The copy on a catches up when it is back.',
      ],
    ],
    [
      'one of two without quorum',
      noTieBreaker,
      ['b'],
      [
        'ok',
        'No data is lost, and the service goes on.',
        '1 full copy left (a): writes go on.',
        'No pause.',
        'The copy on b catches up when it is back. Until then, losing a too would lose the only full copy.',
      ],
    ],
    [
      'the tie-breaker after a copy is gone already',
      degraded,
      ['c'],
      [
        'warn',
        'No data is lost, but writes pause.',
        '1 full copy left (a), 1 of 3 votes: writes pause.',
        'Writes hang until one more node is back.',
        'Writes go on when c is back.',
      ],
    ],
  ])('%s', (_, observed, nodes, expected) => {
    const { tone, answer, data, service, then } = whatIfLost(observed, nodes);
    expect([tone, answer, data, service, then]).toEqual(expected);
  });

  const disks = fc.constantFrom<DiskState>(
    'upToDate',
    'syncing',
    'outdated',
    'failed',
    'unknown',
  );
  const volumes = fc
    .array(fc.record({ disk: disks, silent: fc.boolean() }), {
      minLength: 1,
      maxLength: 5,
    })
    .map(members =>
      volume(members.map((member, index) => copy(`n${index}`, member))),
    );

  it('never promises data that no current, reporting copy holds', () => {
    fc.assert(
      fc.property(volumes, fc.nat(4), (observed, index) => {
        const lost = `n${index}`;
        const { tone, current, writable } = whatIfLost(observed, [lost]);
        expect(current).not.toContain(lost);
        expect(tone === 'bad').toBe(current.length === 0);
        expect(writable && current.length === 0).toBe(false);
      }),
    );
  });

  it('is never better off with more nodes gone', () => {
    fc.assert(
      fc.property(volumes, observed => {
        const one = whatIfLost(observed, ['n0']);
        const two = whatIfLost(observed, ['n0', 'n1']);
        expect(two.current.length).toBeLessThanOrEqual(one.current.length);
        expect(!one.writable && two.writable).toBe(false);
      }),
    );
  });
});
