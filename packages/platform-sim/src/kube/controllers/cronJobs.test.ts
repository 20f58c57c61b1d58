import { PlatformClock } from '../../clock';
import { createCertificates } from '../../tls/certificates';
import { KINDS } from '../kinds';
import { machinesOf } from '../machines';
import { PlatformCluster } from '../PlatformCluster';

/** Berlin is an hour ahead of UTC then. */
const NOW = Date.parse('2026-11-24T12:00:30Z');
const NAMESPACE = 'shop-dev';
const key = { namespace: NAMESPACE, name: 'shop' };
const MINUTE = 60;
const HOUR = 60 * MINUTE;
const certificates = createCertificates(NOW);

let clock: PlatformClock;
let platform: PlatformCluster;
const objects = () => platform.cluster.objects;

beforeEach(async () => {
  clock = PlatformClock.create(NOW);
  platform = await PlatformCluster.start({
    name: 'dev',
    clock,
    certificates,
    machines: machinesOf('dev'),
  });
  objects().create(KINDS.namespaces, {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: NAMESPACE },
  });
});
afterEach(() => platform.stop());

const create = (spec: object) =>
  objects().create(KINDS.cronjobs, {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { ...key },
    spec: {
      jobTemplate: {
        metadata: { labels: { app: 'shop' } },
        spec: {
          template: {
            metadata: { labels: { app: 'shop' } },
            spec: {
              restartPolicy: 'Never',
              containers: [{ name: 'app', image: 'registry.example/shop:1' }],
            },
          },
        },
      },
      ...spec,
    },
  });
const pass = (seconds: number) => {
  platform.settle();
  clock.advance(seconds * 1000);
  platform.settle();
};
const cronJob = () => objects().get(KINDS.cronjobs, key);
const change = (spec: object) =>
  objects().update(KINDS.cronjobs, key, old => ({
    ...old,
    spec: { ...old.spec, ...spec },
  }));
const jobs = () => objects().list(KINDS.jobs, NAMESPACE);
const starts = () =>
  jobs()
    .map(
      ({ metadata }) =>
        metadata.annotations?.[
          'batch.kubernetes.io/cronjob-scheduled-timestamp'
        ],
    )
    .sort();
/** Its pods never get a node, so it never ends. */
const holdBack = () =>
  platform.cluster.objects.list(KINDS.nodes).forEach(({ metadata: { name } }) =>
    objects().update(KINDS.nodes, { name }, old => ({
      ...old,
      spec: { ...old.spec, unschedulable: true },
    })),
  );

it('starts runs by the schedule in its time zone, and keeps the last three', () => {
  create({ schedule: '*/5 13 * * *', timeZone: 'Europe/Berlin' });
  pass(4 * MINUTE);
  expect(jobs()).toEqual([]);
  pass(MINUTE);
  const [job] = jobs();
  expect(job).toMatchObject({
    metadata: {
      name: `shop-${Date.parse('2026-11-24T12:05:00Z') / 60_000}`,
      labels: { app: 'shop' },
      ownerReferences: [{ kind: 'CronJob', name: 'shop', controller: true }],
    },
  });
  expect(cronJob().status).toMatchObject({
    lastScheduleTime: '2026-11-24T12:05:00Z',
  });
  pass(HOUR);
  expect(starts()).toEqual([
    '2026-11-24T12:45:00Z',
    '2026-11-24T12:50:00Z',
    '2026-11-24T12:55:00Z',
  ]);
  expect(cronJob().status).toEqual({
    lastScheduleTime: '2026-11-24T12:55:00Z',
    lastSuccessfulTime: expect.stringMatching(/^2026-11-24T12:55:\d\dZ$/),
  });
  expect(
    objects()
      .list(KINDS.pods, NAMESPACE)
      .map(({ status }) => status.phase),
  ).toEqual(['Succeeded', 'Succeeded', 'Succeeded']);
});

it('starts nothing while it is suspended, and afterwards only what is not too late', () => {
  create({
    schedule: '0 * * * *',
    suspend: true,
    startingDeadlineSeconds: 300,
  });
  pass(HOUR);
  expect(jobs()).toEqual([]);
  pass(10 * MINUTE);
  change({ suspend: false });
  pass(MINUTE);
  expect(jobs()).toEqual([]);
  pass(HOUR);
  expect(starts()).toEqual(['2026-11-24T14:00:00Z']);
});

it.each([
  ['Forbid', ['2026-11-24T12:01:00Z'], 1],
  ['Replace', ['2026-11-24T12:03:00Z'], 1],
  [
    'Allow',
    ['2026-11-24T12:01:00Z', '2026-11-24T12:02:00Z', '2026-11-24T12:03:00Z'],
    3,
  ],
])('when the last run has not ended: %s', (concurrencyPolicy, kept, active) => {
  holdBack();
  create({ schedule: '* * * * *', concurrencyPolicy });
  pass(3 * MINUTE);
  expect(starts()).toEqual(kept);
  expect(cronJob().status.active).toHaveLength(active);
});

it('leaves a run that failed as it is, and keeps the last one', () => {
  create({ schedule: '0 * * * *' });
  const fail = () => {
    for (const job of jobs()) {
      objects().setStatus(KINDS.jobs, job, {
        conditions: [{ type: 'Failed', status: 'True' }],
      });
    }
  };
  pass(HOUR);
  fail();
  pass(HOUR);
  fail();
  pass(MINUTE);
  expect(starts()).toEqual(['2026-11-24T14:00:00Z']);
  expect(jobs()[0]?.status.conditions).toEqual([
    { type: 'Failed', status: 'True' },
  ]);
});

it('takes its runs away with it, and leaves other schedules alone', () => {
  create({ schedule: 'whenever' });
  pass(HOUR);
  expect(jobs()).toEqual([]);
  change({ schedule: '* * * * *' });
  pass(2 * MINUTE);
  expect(jobs().length).toBeGreaterThan(0);
  objects().remove(KINDS.cronjobs, key);
  pass(MINUTE);
  expect(jobs()).toEqual([]);
});
