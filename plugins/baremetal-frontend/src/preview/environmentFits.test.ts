import type { FitAnswer } from '@baremetal/backstage-plugin-baremetal-common';
import { planAnswers } from '@baremetal/golden-path';
import { platform } from '../__fixtures__/platform';
import { environmentFits } from './environmentFits';

const NAMES = ['dev', 'stage', 'prod'];

const ANSWERS = {
  name: 'orders',
  owner: 'group:default/team-shop',
  hardwareClass: 'compute',
  data: { shape: 'storeBeside' },
  environments: NAMES.map(name => ({
    name,
    replicas: 5,
    cpu: '250m',
    memory: '128Mi',
    storageClass: 'lvm-thin',
    size: '10Gi',
  })),
  repo: { host: 'git.example', owner: 'shop', name: 'orders' },
};

const cluster = (
  environment: string,
  fitsNow: number,
  fitsAfterNodeLoss: number,
): FitAnswer['environments'][number] => ({
  environment,
  reading: {
    cluster: environment,
    ok: true,
    observedAt: '2026-11-20T10:00:00Z',
    value: {
      hardwareClasses: [
        {
          name: 'compute',
          nodes: 3,
          domains: ['pdu-a', 'pdu-b'],
          largestNode: { cpuMillis: 32_000, memoryBytes: 2 ** 37 },
          fitsNow,
          fitsAfterNodeLoss,
        },
      ],
    },
  },
});

function answerOf(live: FitAnswer) {
  const planned = planAnswers(ANSWERS, platform, live);
  if (!planned.ok) throw new Error(JSON.stringify(planned.findings));
  const { peaks, findings } = planned.plan;
  return {
    tones: environmentFits({
      peaks,
      live,
      platform,
      hardwareClass: 'compute',
    }).map(({ tone }) => tone),
    said: findings
      .filter(({ id }) => id === 'AS11' || id === 'CP01')
      .map(({ severity }) => severity),
  };
}

describe('environmentFits', () => {
  // The headline once said that a service does not fit whose rules had nothing to say: it alone counted the store.
  it.each([
    // Five pods, two more while a version arrives, and a store as large as two of them.
    ['all of it', 9, 9, 'ok', []],
    ['the pods of a new version not', 8, 8, 'bad', ['error']],
    ['the store not', 6, 6, 'bad', ['error']],
    ['all of it, until a node is lost', 9, 8, 'warn', ['warning']],
    ['the pods, until a node is lost', 9, 6, 'warn', ['warning']],
  ])('says what the rules say: %s', (_, now, afterLoss, tone, said) => {
    const live = {
      environments: NAMES.map(name => cluster(name, now, afterLoss)),
    };
    const { tones, said: severities } = answerOf(live);
    expect(tones).toEqual([tone, tone, tone]);
    expect([...new Set(severities)]).toEqual(said);
  });

  it('is unknown while one of the clusters does not say', () => {
    const live: FitAnswer = {
      environments: [
        cluster('prod', 20, 20),
        {
          environment: 'prod',
          reading: {
            cluster: 'prod-2',
            ok: false,
            problem: { kind: 'unreachable', message: '' },
          },
        },
      ],
    };
    expect(answerOf(live).tones).toEqual(['unknown', 'unknown', 'unknown']);
  });
});
