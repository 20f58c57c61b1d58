import fc from 'fast-check';
import { pairwise, product } from './pairwise';

const axes = fc.dictionary(
  fc.constantFrom('a', 'b', 'c', 'd'),
  fc.uniqueArray(fc.constantFrom('1', '2', '3', '4'), { minLength: 1 }),
  { minKeys: 2 },
);

describe('pairwise', () => {
  it('covers every pair, with fewer combinations than there are', () => {
    fc.assert(
      fc.property(axes, given => {
        const chosen = pairwise(given, () => true);
        const all = product(given);
        expect(chosen.length).toBeLessThanOrEqual(all.length);
        for (const some of all) {
          for (const [a, x] of Object.entries(some)) {
            for (const [b, y] of Object.entries(some)) {
              expect(chosen.some(one => one[a] === x && one[b] === y)).toBe(
                true,
              );
            }
          }
        }
      }),
    );
  });

  it('returns nothing that is not allowed, and still covers what is', () => {
    const chosen = pairwise(
      {
        kind: ['service', 'job'],
        way: ['none', 'gateway'],
        data: ['no', 'yes'],
      },
      ({ kind, way }) => !(kind === 'job' && way === 'gateway'),
    );
    expect(chosen).not.toContainEqual(
      expect.objectContaining({ kind: 'job', way: 'gateway' }),
    );
    for (const pair of [
      { kind: 'job', data: 'yes' },
      { way: 'gateway', data: 'yes' },
      { kind: 'service', way: 'gateway' },
    ]) {
      expect(chosen).toContainEqual(expect.objectContaining(pair));
    }
  });
});
