import { rollout } from './__fixtures__/cluster';
import { canaryPods } from './canaryPods';

describe('canaryPods', () => {
  it.each([
    [
      'takes the nearest count, with one more pod if it may',
      rollout(10, { steps: [{ kind: 'setWeight', weight: 20 }] }),
      ['20 %', 8, 2, 3],
    ],
    [
      'always has one new pod',
      rollout(2, { steps: [{ kind: 'setWeight', weight: 5 }] }),
      ['5 %', 2, 1, 0],
    ],
    [
      'keeps one old pod',
      rollout(2, { steps: [{ kind: 'setWeight', weight: 90 }], maxSurge: '0' }),
      ['90 %', 1, 1, 0],
    ],
    [
      'keeps stable whole behind a router',
      rollout(4, { routed: true, steps: [{ kind: 'setWeight', weight: 30 }] }),
      ['30 %', 4, 2, 0],
    ],
    [
      'lets it shrink where it may',
      rollout(4, {
        routed: true,
        dynamicStableScale: true,
        steps: [{ kind: 'setWeight', weight: 50 }],
      }),
      ['50 %', 2, 2, 1],
    ],
  ])('%s', (_, row, expected) => {
    const step = canaryPods(row)[1];
    expect([step?.label, step?.stable, step?.next, step?.surge]).toEqual(
      expected,
    );
  });
});
