import type {
  Known,
  TwoLines,
} from '@baremetal/backstage-plugin-baremetal-common';
import { DeliveryService } from '../delivery/DeliveryService';
import {
  MemoryReader,
  OBSERVED_AT,
  readersOf,
} from '../testUtils/MemoryReader';
import { DOMAIN, environmentRows, NOW, target } from '../testUtils/rows';
import { OverviewService } from './OverviewService';

const line = (value: string): Known<TwoLines> => ({
  known: true,
  value: { tone: 'ok', value, note: '' },
});

it('joins what the concepts say of each place', async () => {
  const readers = readersOf(
    new MemoryReader('stage', environmentRows('stage', true)),
    new MemoryReader('prod', environmentRows('prod')),
  );
  const problem = {
    kind: 'notInstalled' as const,
    message: 'No Git host is configured.',
  };
  const overview = await new OverviewService({
    delivery: new DeliveryService({
      readers,
      domainLabel: DOMAIN,
      simulated: true,
      now: () => NOW,
    }),
    storage: ({ environment }) => line(`storage of ${environment}`),
    capacity: ({ environment }) => line(`room in ${environment}`),
    promotions: async () => ({ known: false, problem }),
    simulated: true,
    now: () => NOW,
  }).overview(target('stage', 'prod'));

  expect(overview).toMatchObject({
    service: { entityRef: 'component:default/checkout-api' },
    verdict: { tone: 'wait' },
    action: { tab: 'rollouts', environment: 'stage' },
    hops: [{ from: 'stage', to: 'prod', difference: '1.9.2 over 1.8.0' }],
    promotions: { known: false, problem },
    simulated: true,
    answeredAt: NOW.toISOString(),
  });
  expect(overview.environments.map(({ reading }) => reading)).toMatchObject([
    {
      ok: true,
      observedAt: OBSERVED_AT,
      value: {
        state: {
          storage: line('storage of stage'),
          capacity: line('room in stage'),
        },
      },
    },
    {
      value: {
        state: { version: { text: '1.8.0' }, rollout: { value: 'Finished' } },
      },
    },
  ]);
});
