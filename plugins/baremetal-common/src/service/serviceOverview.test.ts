import type { TwoLines } from '../wire/serviceOverview';
import { NEXT, STABLE } from '../delivery/__fixtures__/checkout';
import {
  AT,
  good,
  healthy,
  overview,
  place,
  usual,
  waiting,
} from './__fixtures__/overview';

describe('toServiceOverview', () => {
  it('opens with what somebody must do', () => {
    const { verdict, action } = overview(usual());
    expect(verdict).toEqual({
      tone: 'wait',
      sentence:
        'Stage waits for a person for 29 min: canary 1.9.2 is good at 20 %.',
      detail:
        'Promote one step and it goes to 50 % now. Dev and prod are healthy.',
    });
    expect(action).toEqual({
      label: 'Decide on the canary in stage',
      tab: 'rollouts',
      environment: 'stage',
    });
  });

  it('shows each environment as it is', () => {
    const image = 'registry.example/shop/checkout-api';
    expect(overview(usual()).environments[1]).toEqual({
      environment: 'stage',
      cluster: 'stage',
      reading: {
        cluster: 'stage',
        ok: true,
        observedAt: AT,
        value: {
          deployed: true,
          state: {
            namespace: 'checkout-api-stage',
            status: { tone: 'wait', words: 'Waits for a person' },
            since: '2026-11-22T14:02:00Z',
            version: { text: '1.8.0', image, digest: STABLE },
            next: { text: '1.9.2', image, digest: NEXT },
            nextWeight: 20,
            pods: {
              tone: 'ok',
              value: '5 of 5 ready',
              note: '4 stable, 1 canary, no restarts',
              cells: [
                ...Array.from({ length: 4 }, () => ({
                  ready: true,
                  canary: false,
                })),
                { ready: true, canary: true },
              ],
            },
            rollout: {
              tone: 'wait',
              value: '4 of 8 steps done',
              note: 'analysis: good, next is 50 %',
            },
            storage: {
              known: true,
              value: good('2 copies, all good', 'and 1 tie-breaker'),
            },
            capacity: {
              known: true,
              value: good('Fits 17 more', '9 if a node dies'),
            },
          },
        },
      },
    });
  });

  it('says what lies between environments', () => {
    expect(overview(usual()).hops).toEqual([
      {
        from: 'dev',
        to: 'stage',
        difference: 'Same version',
        done: true,
        blockedBecause: 'Done: 1.9.2 is on its way in stage.',
      },
      {
        from: 'stage',
        to: 'prod',
        difference: '1.9.2 over 1.8.0',
        done: false,
        blockedBecause: 'Not yet: 1.9.2 in stage is not finished.',
      },
    ]);
  });

  it('lists what changed, newest first, with times of the objects', () => {
    expect(
      overview([place('stage', waiting)]).changes.map(({ at, kind, title }) => [
        at,
        kind,
        title,
      ]),
    ).toEqual([
      ['2026-11-22T14:02:00Z', 'done', 'Analysis of 1.9.2 was good'],
      [
        '2026-11-22T14:02:00Z',
        'waits',
        'Canary 1.9.2 waits for a person at 20 %',
      ],
      ['2026-11-22T13:41:00Z', 'done', 'Rollout 1.8.0 → 1.9.2 started'],
      ['2026-11-11T15:02:00Z', 'done', '1.8.0 deployed'],
    ]);
  });

  it('sums up when all is well', () => {
    const places = [
      place('dev', healthy('1.9.2')),
      place('stage', healthy('1.9.2')),
      place('prod', healthy('1.8.0')),
    ];
    const { verdict, action, hops } = overview(places);
    expect(verdict).toEqual({
      tone: 'ok',
      sentence: 'Everything is healthy: dev and stage on 1.9.2, prod on 1.8.0.',
    });
    expect(action).toBeUndefined();
    expect(hops[1]).toEqual({
      from: 'stage',
      to: 'prod',
      difference: '1.9.2 over 1.8.0',
      done: false,
    });
  });

  it('keeps the last state of a cluster that is silent, and says since when', () => {
    const lost = {
      since: '2026-11-22T14:22:00Z',
      problem: {
        kind: 'unreachable' as const,
        message: 'prod does not answer.',
      },
    };
    const silent = place('prod', healthy('1.8.0'), {
      rollouts: {
        cluster: 'prod',
        ok: true,
        value: healthy('1.8.0'),
        observedAt: AT,
        lost,
      },
    });
    const { verdict, environments } = overview([
      place('dev', healthy('1.8.0')),
      silent,
    ]);
    expect(verdict).toEqual({
      tone: 'unknown',
      sentence: 'Prod has not answered for 9 min; last seen healthy on 1.8.0.',
      detail: 'Dev is healthy.',
    });
    expect(environments[1]?.reading).toMatchObject({
      ok: true,
      lost,
      value: { deployed: true },
    });
  });

  it('lets broken storage speak before a canary that waits', () => {
    const places = usual();
    const storage: TwoLines = {
      tone: 'bad',
      value: '0 of 2 copies current',
      note: 'no quorum',
    };
    const broken = {
      ...place('prod', healthy('1.8.0')),
      lines: {
        ...place('prod', []).lines,
        storage: { known: true as const, value: storage },
      },
    };
    const { verdict, action } = overview([...places.slice(0, 2), broken]);
    expect(verdict.sentence).toBe(
      'Storage in prod: 0 of 2 copies current, no quorum.',
    );
    expect(verdict.detail).toContain('Stage waits for a person');
    expect(action).toEqual({
      label: 'Look at storage in prod',
      tab: 'storage',
      environment: 'prod',
    });
  });

  it('does not let what might be hide what waits', () => {
    const storage: TwoLines = {
      tone: 'unknown',
      value: 'Copies unknown',
      note: 'data-0',
    };
    const capacity: TwoLines = {
      tone: 'warn',
      value: 'Fits no more',
      note: '2 pods stop if a node dies',
    };
    const lines = {
      storage: { known: true as const, value: storage },
      capacity: { known: true as const, value: capacity },
    };
    const places = usual().map(each => ({ ...each, lines }));
    const { verdict, action } = overview(places);
    expect(verdict.sentence).toContain('Stage waits for a person');
    expect(verdict.detail).toBe(
      'Promote one step and it goes to 50 % now. ' +
        'Storage in dev, stage and prod: copies unknown, data-0. ' +
        'Room in dev, stage and prod: fits no more, 2 pods stop if a node dies.',
    );
    expect(action?.tab).toBe('rollouts');
  });

  it('says that all is healthy even where a loss would hurt', () => {
    const capacity: TwoLines = {
      tone: 'warn',
      value: 'Fits 1 more',
      note: '3 pods stop if a node dies',
    };
    const prod = place('prod', healthy('1.8.0'));
    const tight = {
      ...prod,
      lines: {
        ...prod.lines,
        capacity: { known: true as const, value: capacity },
      },
    };
    const { verdict, action } = overview([
      place('dev', healthy('1.8.0')),
      tight,
    ]);
    expect(verdict).toEqual({
      tone: 'warn',
      sentence: 'Everything is healthy: dev and prod on 1.8.0.',
      detail: 'Room in prod: fits 1 more, 3 pods stop if a node dies.',
    });
    expect(action?.label).toBe('Look at capacity in prod');
  });

  it('says why nothing is shown', () => {
    const problem = {
      kind: 'forbidden' as const,
      message: 'stage forbids to read pods.',
    };
    const { environments, verdict } = overview([
      place('dev', []),
      place('stage', [], {
        rollouts: { cluster: 'stage', ok: false, problem },
      }),
    ]);
    expect(environments.map(({ reading }) => reading)).toEqual([
      {
        cluster: 'dev',
        ok: true,
        observedAt: AT,
        value: {
          deployed: false,
          why: 'No workload in namespace checkout-api-dev carries the label backstage.io/kubernetes-id: checkout-api.',
        },
      },
      { cluster: 'stage', ok: false, problem },
    ]);
    expect(verdict.sentence).toBe(
      'Stage is unknown: stage forbids to read pods.',
    );
    expect(overview([place('dev', [])]).verdict.sentence).toBe(
      'Nothing of this service runs yet.',
    );
  });
});
