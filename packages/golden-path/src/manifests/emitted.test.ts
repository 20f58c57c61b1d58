import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import fc from 'fast-check';
import { parse } from 'yaml';
import { validAnswers } from '../__testUtils__/arbitraries';
import { checkTypes } from '../__testUtils__/checkTypes';
import { checkValues } from '../__testUtils__/models';
import { SERVICES } from '../__testUtils__/services';
import { planService } from '../plan';
import { PLATFORM, specOf } from '../rules/goodAnswers';
import type { ServiceAnswers } from '../spec/serviceSpec';
import type { Manifest } from '../types';

const SEED = Number(process.env.PROPERTY_SEED ?? Date.now() % 2 ** 31);
const ANY = fc.sample(validAnswers, { seed: SEED, numRuns: 100 });

const FACTS: PlatformFacts = {
  ...PLATFORM,
  secretStore: { kind: 'ClusterSecretStore', name: 'vault' },
  backup: {
    endpoint: 'https://s3.example:9000',
    bucket: 'backups',
    secretStoreKey: 'platform/backups',
  },
};

/** What the services of other tests leave out. */
const FURTHER: readonly Partial<ServiceAnswers>[] = [
  { exposure: { kind: 'ciliumLb', pool: 'public', bgp: true } },
  { exposure: { kind: 'cloudflareTunnel' }, recommendations: true },
  {
    egress: [
      { namespace: 'payments', port: 80 },
      { cidr: '10.0.0.0/8', port: 53, protocol: 'UDP' },
    ],
    productionSync: { mode: 'window' },
    scaling: {
      kind: 'keda',
      triggers: [
        { type: 'latency', p95Ms: 200 },
        {
          type: 'cron',
          start: '0 8 * * *',
          end: '0 9 * * *',
          replicas: 3,
        },
        { type: 'cpu' },
      ],
    },
    delivery: {
      dynamicStableScale: true,
      maxSurge: 1,
      analysis: { custom: { query: 'up', limit: 1, goodIs: 'below' } },
    },
    exposure: { kind: 'gatewayApi' },
  },
];

function objectsOf(answers: Partial<ServiceAnswers>): readonly Manifest[] {
  const { files, environments } = planService(specOf(answers), FACTS);
  return [
    ...environments.flatMap(({ objects }) => objects),
    ...['project', 'applicationset'].map(
      file => parse(files.get(`argocd/${file}.yaml`)!) as Manifest,
    ),
  ];
}

/** Each once, whichever service it is of. */
const once = (objects: readonly Manifest[]) => [
  ...new Map(
    objects.map(object => [JSON.stringify({ ...object, metadata: 0 }), object]),
  ).values(),
];

const EMITTED = once(
  [...SERVICES.map(({ title, ...answers }) => answers), ...FURTHER].flatMap(
    objectsOf,
  ),
);

it('every kind that the golden path writes is among what is checked', () => {
  const kinds = new Set(EMITTED.map(({ kind }) => kind));
  expect([...kinds].sort()).toMatchInlineSnapshot(`
    [
      "AnalysisTemplate",
      "AppProject",
      "ApplicationSet",
      "CiliumNetworkPolicy",
      "ConfigMap",
      "CronJob",
      "Deployment",
      "ExternalSecret",
      "HTTPRoute",
      "HorizontalPodAutoscaler",
      "Ingress",
      "Job",
      "NetworkPolicy",
      "PersistentVolumeClaim",
      "PodDisruptionBudget",
      "PodMonitor",
      "PrometheusRule",
      "Role",
      "RoleBinding",
      "Rollout",
      "ScaledObject",
      "Service",
      "ServiceAccount",
      "StatefulSet",
      "VerticalPodAutoscaler",
    ]
  `);
});

describe.each([
  ['of the services of other tests', EMITTED],
  [`of any answers (PROPERTY_SEED=${SEED})`, once(ANY.flatMap(objectsOf))],
])('no object %s', (_, objects) => {
  it('has a field that its type lacks, or lacks one that it needs', () => {
    expect(checkTypes(objects)).toEqual([]);
  }, 60_000);

  it('has a value that the validator of its kind refuses', () => {
    expect(checkValues(objects)).toEqual([]);
  }, 60_000);
});

it('an unknown field is found, however deep', () => {
  const [rollout] = EMITTED.filter(({ kind }) => kind === 'Rollout') as any[];
  const wrong = JSON.parse(JSON.stringify(rollout));
  wrong.spec.strategy.canary.stepz = [];
  wrong.spec.template.spec.containers[0].readinessProb = {};
  expect(checkTypes([wrong])).toEqual([
    expect.stringMatching(/"readinessProb"' does not exist/),
    expect.stringMatching(/"stepz"' does not exist/),
  ]);
}, 60_000);

it('a wrong value is found', () => {
  const [service] = EMITTED.filter(({ kind }) => kind === 'Service') as any[];
  const wrong = {
    ...service,
    spec: { ...service.spec, ports: [{ port: 2 ** 40 }] },
  };
  expect(checkValues([service, wrong])).toEqual([
    expect.stringMatching(/^Service orders.*\/spec\/ports\/0\/port/),
  ]);
}, 60_000);
