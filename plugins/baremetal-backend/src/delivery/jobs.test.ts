import type {
  CronJobRow,
  JobRow,
} from '@baremetal/backstage-plugin-baremetal-common';
import { MemoryReader, readersOf } from '../testUtils/MemoryReader';
import {
  DOMAIN,
  environmentRows,
  NOW,
  podRow,
  target,
} from '../testUtils/rows';
import { DeliveryService } from './DeliveryService';

const column = (kinds: ConstructorParameters<typeof MemoryReader>[1]) => {
  const [first] = new DeliveryService({
    readers: readersOf(new MemoryReader('dev', kinds)),
    domainLabel: DOMAIN,
    simulated: true,
    now: () => NOW,
  }).rollouts(target('dev')).environments;
  return first;
};

const IMAGE = 'registry.example/shop/checkout-api:1.1.0';
const images = [{ container: 'checkout-api', image: IMAGE }];
const meta = { namespace: 'checkout-api-dev', deleting: false };
const { request, terms, labels } = podRow('dev', 'any');

const cronJob: CronJobRow = {
  ...meta,
  uid: 'u-cron',
  name: 'checkout-api',
  kubernetesId: 'checkout-api',
  createdAt: '2026-11-01T00:00:00Z',
  schedule: '0 14 * * *',
  suspended: false,
  lastScheduleAt: '2026-11-22T14:00:00Z',
  images,
  pod: { labels, request, terms },
};

// It does not carry the service's label: its owner does.
const run: JobRow = {
  ...meta,
  uid: 'u-run',
  name: 'checkout-api-1',
  owner: { uid: 'u-cron', kind: 'CronJob', name: 'checkout-api' },
  startedAt: '2026-11-22T14:00:00Z',
  completedAt: '2026-11-22T14:00:41Z',
  byHand: false,
  active: 0,
  failed: 0,
  retries: 2,
  images,
  conditions: [{ type: 'Complete', status: 'True' }],
};

const refused = (words: string) => ({
  kind: 'forbidden' as const,
  message: `dev does not let us read ${words}.`,
});

describe('a service that is a job', () => {
  it('is told by its runs', () => {
    expect(column({ cronJobs: [cronJob], jobs: [run] })).toMatchObject({
      reading: {
        ok: true,
        value: [
          {
            kind: 'CronJob',
            phase: 'healthy',
            stable: { text: '1.1.0' },
            job: { does: 'ran 1.1.0 30 min ago: it succeeded and took 41 s' },
          },
        ],
      },
    });
  });

  it('cannot be read where the role is older than jobs', () => {
    expect(
      column({ cronJobs: refused('cron jobs'), jobs: refused('jobs') }),
    ).toEqual({
      environment: 'dev',
      cluster: 'dev',
      reading: { cluster: 'dev', ok: false, problem: refused('cron jobs') },
    });
  });

  it('has unknown runs where only those may not be read', () => {
    const answer = column({ cronJobs: [cronJob], jobs: refused('jobs') });
    expect(answer).toMatchObject({
      reading: { ok: true, value: [{ kind: 'CronJob', phase: 'unknown' }] },
      problems: [refused('jobs')],
    });
  });
});

it('leaves services that serve alone when jobs may not be read', () => {
  const rows = environmentRows('dev');
  const denied = { cronJobs: refused('cron jobs'), jobs: refused('jobs') };
  expect(column({ ...rows, ...denied })).toEqual(column(rows));
});
