import { mockServices } from '@backstage/backend-test-utils';
import type { WatchState } from '@baremetal/kube-watch';
import { HealthLog } from './HealthLog';

const LIVE: WatchState = { state: 'live', since: 0 };
const LOST: WatchState = {
  state: 'lost',
  since: 0,
  problem: { kind: 'unreachable', message: 'cannot be reached: ECONNREFUSED' },
};
const FORBIDDEN: WatchState = {
  state: 'unread',
  since: 0,
  problem: { kind: 'forbidden', message: 'answered 403' },
};

function create() {
  const logger = mockServices.logger.mock();
  const health = new HealthLog(logger);
  const told = () => [
    ...logger.info.mock.calls.map(([words]) => words),
    ...logger.warn.mock.calls.map(([words]) => words),
  ];
  return { health, told };
}

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('tells once of a cluster whose kinds are all lost together', () => {
  const { health, told } = create();
  health.note('dev', 'pods', LOST);
  health.note('dev', 'nodes', LOST);
  jest.advanceTimersByTime(1_000);
  health.note('dev', 'pods', LOST);
  jest.advanceTimersByTime(1_000);

  expect(told()).toEqual([
    'dev cannot be reached: ECONNREFUSED. Not current: pods, nodes.',
  ]);
});

it('names a kind that is forbidden, and tells when all is well', () => {
  const { health, told } = create();
  health.note('dev', 'pods', LIVE);
  health.note('dev', 'analysisRuns', FORBIDDEN);
  jest.advanceTimersByTime(1_000);
  expect(told()).toEqual([
    'dev does not let us read analysis runs. Not current: analysis runs.',
  ]);

  health.note('dev', 'analysisRuns', LIVE);
  jest.advanceTimersByTime(1_000);
  expect(told()).toContain('dev is read completely.');
});

it('keeps clusters apart, and is silent after its end', () => {
  const { health, told } = create();
  health.note('dev', 'pods', LIVE);
  jest.advanceTimersByTime(1_000);
  health.note('prod', 'pods', LOST);
  health.stop();
  jest.advanceTimersByTime(1_000);
  expect(told()).toEqual(['dev is read completely.']);
});
