import {
  failed,
  jobRows,
  NOW,
  succeeded,
} from '../delivery/__fixtures__/settlement';
import type { DeliveryRows } from '../delivery/rolloutFacts';
import { toRolloutDetails } from '../delivery/toRolloutDetails';
import type { OverviewPlace } from './overviewInput';
import { toServiceOverview } from './serviceOverview';

const line = (value: string) =>
  ({ known: true, value: { tone: 'ok', value, note: '' } } as const);

const place = (environment: string, rows: DeliveryRows): OverviewPlace => ({
  environment,
  cluster: environment,
  namespace: `settlement-${environment}`,
  rollouts: {
    cluster: environment,
    ok: true,
    value: toRolloutDetails(rows, NOW),
    observedAt: NOW.toISOString(),
  },
  lines: { storage: line('No data'), capacity: line('Fits 17 more') },
});

const overview = (...places: readonly OverviewPlace[]) =>
  toServiceOverview(
    {
      service: {
        entityRef: 'component:default/settlement',
        name: 'settlement',
        kubernetesId: 'settlement',
      },
      places,
      promotions: { known: true, value: [] },
      hasRepository: true,
      simulated: false,
    },
    NOW,
  );

const older = () =>
  jobRows({
    cronJob: {
      images: [
        { container: 'app', image: 'registry.example/shop/settlement:1.0.0' },
      ],
    },
    jobs: [succeeded({ tag: '1.0.0' })],
  });

const notRun = () => jobRows({ jobs: [succeeded({ tag: '1.0.0' })] });

describe('the overview of a scheduled job', () => {
  it('shows runs where others show a rollout', () => {
    const [column] = overview(place('dev', jobRows())).environments;
    expect(column?.reading).toMatchObject({
      value: {
        deployed: true,
        state: {
          status: { tone: 'ok', words: 'Last run succeeded' },
          version: { text: '1.1.0' },
          pods: { tone: 'ok', value: 'None now', cells: [] },
          rollout: {
            tone: 'ok',
            value: 'Succeeded 12 h ago',
            note: 'took 41 s',
          },
          job: {
            schedule: '30 2 * * *',
            nextRunAt: '2026-11-23T02:30:00.000Z',
          },
        },
      },
    });
  });

  it('says that all is well', () => {
    expect(
      overview(place('dev', jobRows()), place('prod', jobRows())).verdict,
    ).toEqual({
      tone: 'ok',
      sentence: 'Everything is healthy: dev and prod on 1.1.0.',
    });
  });

  it('says first which run failed, and that nobody did its work', () => {
    const { verdict, action } = overview(
      place('dev', jobRows()),
      place('prod', jobRows({ jobs: [failed('DeadlineExceeded')] })),
    );
    expect(verdict).toEqual({
      tone: 'bad',
      sentence:
        'Prod: settlement failed its last run, with 1.1.0, 11 h 58 min ago: it took longer than the 30 min that it may.',
      detail:
        'What it does was not done; the log of the run tells the owner why. It runs next in 11 h 59 min. Dev is healthy.',
    });
    expect(action).toMatchObject({ tab: 'rollouts', environment: 'prod' });
  });

  it.each([
    ['that succeeded', jobRows(), undefined],
    ['that has not run yet', notRun(), undefined],
    [
      'that failed',
      jobRows({ jobs: [failed('DeadlineExceeded')] }),
      'Not yet: dev failed its last run, with 1.1.0, 11 h 58 min ago: it took longer than the 30 min that it may.',
    ],
  ])('may be promoted from a job %s', (_, rows, blockedBecause) => {
    const [hop] = overview(place('dev', rows), place('prod', older())).hops;
    expect(hop?.difference).toBe('1.1.0 over 1.0.0');
    expect(hop?.blockedBecause).toBe(blockedBecause);
  });

  it('lists its runs among what changed', () => {
    expect(overview(place('dev', jobRows())).changes).toEqual([
      {
        at: '2026-11-22T02:30:41Z',
        environment: 'dev',
        kind: 'done',
        title: 'Run of 1.1.0: succeeded',
        detail: 'Took 41 s',
        who: 'by its schedule',
      },
    ]);
  });
});
