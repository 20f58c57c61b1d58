import type { Finding } from '@baremetal/backstage-plugin-baremetal-common';
import type { EnvironmentFit } from './environmentFits';
import { headlineOf } from './headline';
import type { Proof } from './prove';

const t = ((key: string, values: Record<string, unknown> = {}) =>
  [key.replace(/^create\.(proof|place)\./, ''), ...Object.values(values)].join(
    ' ',
  )) as unknown as Parameters<typeof headlineOf>[2];

const finding = (severity: Finding['severity'], path: string): Finding => ({
  id: 'AS08',
  severity,
  path,
  message: 'm',
  fix: 'f',
});

const proof = (
  findings: readonly Finding[],
  unanswered: readonly Finding[] = [],
): Proof => ({
  findings: [...findings, ...unanswered],
  unanswered,
  errors: findings.filter(({ severity }) => severity === 'error').length,
  warnings: findings.filter(({ severity }) => severity === 'warning').length,
  plan: undefined,
});

const fit = (
  environment: string,
  tone: EnvironmentFit['tone'],
): EnvironmentFit => ({ environment, tone, peak: undefined, fit: undefined });

const ALL = [fit('dev', 'ok'), fit('stage', 'ok'), fit('prod', 'ok')];

describe('headlineOf', () => {
  it.each([
    [
      'nothing is wrong and it fits',
      proof([]),
      ALL,
      'ok',
      'with can errors 0 warnings 0 fits dev, stage and prod',
    ],
    [
      'it fits in places',
      proof([finding('warning', 'name')]),
      [fit('dev', 'ok'), fit('stage', 'warn'), fit('prod', 'unknown')],
      'ok',
      'with can errors 0 warnings 1 fits dev, tight stage, unasked prod',
    ],
    [
      'something is wrong',
      proof([finding('error', 'environments.prod.replicas')]),
      ALL,
      'bad',
      'with cannot errors 1 warnings 0 first in prod replicas',
    ],
    [
      'questions are open, and nothing is wrong',
      proof([], [finding('error', 'name'), finding('error', 'owner')]),
      [],
      'wait',
      'open name and owner.',
    ],
    [
      'an answer is wrong and another is missing',
      proof([finding('error', 'port')], [finding('error', 'owner')]),
      [],
      'bad',
      'with cannot errors 1 warnings 0 first port',
    ],
  ])('says what holds when %s', (_, proved, fits, tone, sentence) => {
    expect(headlineOf(proved, fits, t)).toMatchObject({ tone, sentence });
  });
});
