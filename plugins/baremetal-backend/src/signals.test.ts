import { mockServices } from '@backstage/backend-test-utils';
import { CHANGES_CHANNEL } from '@baremetal/backstage-plugin-baremetal-common';
import { ChangeSignals } from './signals';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function create(publish = async (_: unknown) => {}) {
  const sent: unknown[] = [];
  const signals = new ChangeSignals({
    logger: mockServices.logger.mock(),
    gatherMs: 400,
    signals: {
      publish: async payload => {
        sent.push(payload);
        await publish(payload);
      },
    },
  });
  return { signals, sent };
}

it('makes one signal of a burst, per cluster and concept, without data', () => {
  const { signals, sent } = create();
  for (let change = 0; change < 100; change += 1) {
    signals.changed('dev', ['delivery', 'capacity']);
  }
  signals.changed('prod', ['delivery']);
  expect(sent).toEqual([]);

  jest.advanceTimersByTime(400);
  expect(sent).toEqual(
    [
      { cluster: 'dev', concept: 'delivery', revision: 1 },
      { cluster: 'dev', concept: 'capacity', revision: 1 },
      { cluster: 'prod', concept: 'delivery', revision: 1 },
    ].map(message => ({
      recipients: { type: 'broadcast' },
      channel: CHANGES_CHANNEL,
      message,
    })),
  );
});

it('keeps telling while changes keep coming: never later than a second', () => {
  const { signals, sent } = create();
  for (let elapsed = 0; elapsed < 2_000; elapsed += 50) {
    signals.changed('dev', ['delivery']);
    jest.advanceTimersByTime(50);
  }
  expect(sent.length).toBeGreaterThanOrEqual(4);
  expect(sent.at(-1)).toMatchObject({ message: { revision: sent.length } });
});

it('survives a signal that cannot be sent, and is silent after its end', async () => {
  const { signals, sent } = create(async () => {
    throw new Error('no bus');
  });
  signals.changed('dev', ['storage']);
  await jest.advanceTimersByTimeAsync(400);
  signals.changed('dev', ['storage']);
  signals.stop();
  await jest.advanceTimersByTimeAsync(1_000);
  expect(sent).toHaveLength(1);
});
