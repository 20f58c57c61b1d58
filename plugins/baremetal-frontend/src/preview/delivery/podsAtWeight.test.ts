import { podsAtWeight } from './podsAtWeight';

describe('podsAtWeight', () => {
  // As the controller's own examples in canary.go say.
  it.each([
    [10, 10, 1, { next: 1, stable: 9 }],
    [5, 10, 1, { next: 1, stable: 10 }],
    [30, 10, 3, { next: 3, stable: 7 }],
    [50, 3, 1, { next: 2, stable: 2 }],
    [50, 3, 0, { next: 2, stable: 1 }],
    [5, 1, 1, { next: 1, stable: 1 }],
    [0, 3, 1, { next: 0, stable: 3 }],
    [100, 3, 1, { next: 3, stable: 0 }],
    [50, 0, 1, { next: 0, stable: 0 }],
  ])(
    'gives %d %% of %d pods with a surge of %d',
    (weight, replicas, maxSurge, expected) => {
      expect(podsAtWeight(weight, replicas, { by: 'pods', maxSurge })).toEqual(
        expected,
      );
    },
  );

  it('keeps the old version whole behind a router, unless it may shrink', () => {
    expect(podsAtWeight(20, 6, { by: 'router', shrinks: false })).toEqual({
      next: 2,
      stable: 6,
    });
    expect(podsAtWeight(20, 6, { by: 'router', shrinks: true })).toEqual({
      next: 2,
      stable: 5,
    });
  });
});
