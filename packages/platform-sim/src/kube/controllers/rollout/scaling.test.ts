import { desiredCounts, nextCounts } from './scaling';

describe('desiredCounts', () => {
  it.each([
    [10, 0, 1, 0, 10],
    [10, 20, 1, 2, 8],
    [5, 20, 1, 1, 4],
    // Three pods come nearer to a fifth than two.
    [2, 20, 1, 1, 2],
    [2, 20, 0, 1, 1],
    [1, 50, 1, 1, 1],
    [4, 100, 1, 4, 0],
    [0, 50, 1, 0, 0],
  ])(
    '%d replicas at %d %% with surge %d',
    (replicas, weight, surge, canary, stable) => {
      expect(desiredCounts(replicas, weight, surge)).toEqual({
        canary,
        stable,
      });
    },
  );
});

describe('nextCounts', () => {
  const headroom = { surge: 1, unavailable: 0 };
  const set = (wanted: number, available = wanted) => ({ wanted, available });

  it('adds within the surge before it takes away', () => {
    expect(
      nextCounts(5, {
        canary: set(0),
        stable: set(5),
        desired: { canary: 2, stable: 3 },
        headroom,
      }),
    ).toEqual({ canary: 1, stable: 5 });
    expect(
      nextCounts(5, {
        canary: set(1),
        stable: set(5),
        desired: { canary: 2, stable: 3 },
        headroom,
      }),
    ).toEqual({ canary: 1, stable: 4 });
  });

  it('takes nothing away while the new pod is not available', () => {
    expect(
      nextCounts(5, {
        canary: set(1, 0),
        stable: set(5),
        desired: { canary: 2, stable: 3 },
        headroom,
      }),
    ).toEqual({ canary: 1, stable: 5 });
  });
});
