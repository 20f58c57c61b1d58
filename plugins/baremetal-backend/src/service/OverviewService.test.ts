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

const problem = {
  kind: 'notInstalled' as const,
  message: 'No Git host is configured.',
};

async function overviewFor(mayPromote: boolean) {
  const readers = readersOf(
    new MemoryReader('stage', environmentRows('stage', true)),
    new MemoryReader('prod', environmentRows('prod')),
  );
  return new OverviewService({
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
  }).overview(target('stage', 'prod'), { mayPromote: async () => mayPromote });
}

it('joins what the concepts say of each place', async () => {
  const overview = await overviewFor(true);

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

it('says to others whose service it is, before any other reason', async () => {
  const blocked = async (mayPromote: boolean) =>
    (await overviewFor(mayPromote)).hops.map(
      ({ blockedBecause }) => blockedBecause,
    );
  await expect(blocked(false)).resolves.toEqual([
    'Not yours to ask for: the service belongs to team-payments.',
  ]);
  await expect(blocked(true)).resolves.toEqual([
    'Not yet: 1.9.2 in stage is not finished.',
  ]);
});
