import { answers, environments } from '../../rules/goodAnswers';
import { parseServiceSpec } from '../parseServiceSpec';
import type { ServiceAnswers } from '../serviceSpec';
import { isSchedule } from './schedule';

describe('a schedule', () => {
  it.each([
    '0 3 * * *',
    ' */5  0-23/2 1,15 * * ',
    '59 23 31 12 6',
    '0 8 * JAN-mar,Dec sun',
    '0 8 * * MON-FRI/2',
  ])('may be %j', text => {
    expect(isSchedule(text)).toBe(true);
  });

  it.each([
    '',
    '* * * *',
    '* * * * * *',
    '60 * * * *',
    '* 24 * * *',
    '* * 0 * *',
    '* * * 13 *',
    '* * * * 7',
    '* * * * FRI-MON',
    '5-1 * * * *',
    '*/0 * * * *',
    '- * * * *',
    ', * * * *',
    '1--2 * * * *',
    '* * * abc *',
    '@daily',
    'TZ=UTC 0 3 * *',
  ])('may not be %j', text => {
    expect(isSchedule(text)).toBe(false);
  });
});

// Each of these parses as what it is meant to be, and the API server refuses the object in the middle of a sync.
const REFUSED: [path: string, answers: Partial<ServiceAnswers>][] = [
  ['delivery.minReadySeconds', { delivery: { minReadySeconds: 2 ** 31 } }],
  ['delivery.maxUnavailable', { delivery: { maxUnavailable: '101%' } }],
  [
    'delivery.analysis.interval',
    { delivery: { analysis: { interval: '0s' } } },
  ],
  [
    'delivery.analysis.custom.limit',
    {
      delivery: {
        analysis: { custom: { query: 'x', limit: Infinity, goodIs: 'above' } },
      },
    },
  ],
  [
    'environments.dev.replicas',
    { environments: environments({ replicas: 2 ** 31 }) },
  ],
  ['shutdown.preStopSeconds', { shutdown: { preStopSeconds: 1e15 } }],
  ['migration.timeout', { migration: { command: ['x'], timeout: '999999h' } }],
  ['migration.timeout', { migration: { command: ['x'], timeout: '0s' } }],
  ['egress.0.cidr', { egress: [{ cidr: '10.0.0.0/99', port: 1 }] }],
  ['egress.0.cidr', { egress: [{ cidr: '256.0.0.0/8', port: 1 }] }],
  ['egress.0.cidr', { egress: [{ cidr: 'fd00::1::/8', port: 1 }] }],
  ['egress.0.namespace', { egress: [{ namespace: 'a b', port: 1 }] }],
  [
    'job.timeZone',
    { archetype: 'job', job: { schedule: '* * * * *', timeZone: 'Local' } },
  ],
  [
    'job.timeZone',
    { archetype: 'job', job: { schedule: '* * * * *', timeZone: '# no' } },
  ],
  ['snapshots.schedule', { snapshots: { schedule: '0 25 * * *' } }],
];

it.each(REFUSED)(
  '%s is refused where no cluster would take it',
  (path, special) => {
    const parsed = parseServiceSpec(answers(special));
    expect(parsed.ok ? [] : parsed.findings).toContainEqual(
      expect.objectContaining({ severity: 'error', path }),
    );
  },
);
