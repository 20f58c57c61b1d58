import type { PromotionSummary } from '../wire/promotionView';
import { NOW, rollout, rows } from '../delivery/__fixtures__/checkout';
import { toRolloutDetails } from '../delivery/toRolloutDetails';
import { healthy, overview, place, waiting } from './__fixtures__/overview';
import type { OverviewPlace } from './overviewInput';
import type { OverviewFacts } from './serviceOverview';

describe('why a promotion may not be asked for', () => {
  const aborted = toRolloutDetails(
    rows({
      rollouts: [
        rollout({
          phase: 'Degraded',
          aborted: true,
          pauses: [],
          controllerPause: false,
          message: 'RolloutAborted: x',
        }),
      ],
    }),
    NOW,
  );
  const gone = {
    cluster: 'dev',
    ok: false as const,
    problem: { kind: 'timedOut' as const, message: 'x' },
  };
  const open = {
    to: 'stage',
    state: 'ready',
    changeNumber: 479,
  } as PromotionSummary;

  it.each<[string, OverviewPlace, Partial<OverviewFacts>, string | undefined]>([
    ['nothing', place('dev', healthy('1.9.2')), {}, undefined],
    [
      'an open one',
      place('dev', healthy('1.9.2')),
      { promotions: { known: true, value: [open] } },
      'Open already: pull request #479.',
    ],
    [
      'a merged one does not',
      place('dev', healthy('1.9.2')),
      { promotions: { known: true, value: [{ ...open, state: 'merged' }] } },
      undefined,
    ],
    [
      'no repository',
      place('dev', healthy('1.9.2')),
      { hasRepository: false },
      'Not possible: the entity names no repository.',
    ],
    [
      'an unknown source',
      place('dev', [], { rollouts: gone }),
      {},
      'Not yet: what dev runs is unknown.',
    ],
    ['an empty source', place('dev', []), {}, 'Not yet: nothing runs in dev.'],
    [
      'an aborted source',
      place('dev', aborted),
      {},
      'Not yet: dev aborted 1.9.2.',
    ],
    [
      'an unfinished source',
      place('dev', waiting),
      {},
      'Not yet: 1.9.2 in dev is not finished.',
    ],
  ])('%s', (_, from, facts, reason) => {
    const [hop] = overview(
      [from, place('stage', healthy('1.8.0'))],
      facts,
    ).hops;
    expect(hop?.blockedBecause).toBe(reason);
  });

  it('a target that has aborted the version', () => {
    const [hop] = overview([
      place('dev', healthy('1.9.2')),
      place('stage', aborted),
    ]).hops;
    expect(hop).toEqual({
      from: 'dev',
      to: 'stage',
      difference: '1.9.2 over 1.8.0',
      done: false,
      blockedBecause:
        'Not again: stage aborted 1.9.2; retry or revert it there.',
    });
  });
});
