import fc from 'fast-check';
import { answers } from '../rules/goodAnswers';
import type { ServiceAnswers } from '../spec/serviceSpec';
import * as arrival from './arbitraryDelivery';
import * as part from './arbitraryParts';
import {
  branch,
  hostile,
  hostileWords,
  maybe,
  name,
  quantity,
} from './arbitraryText';

/** Any answers, well formed each, whether they go together or not. */
const loose = fc.record({
  archetype: fc.constantFrom('service', 'service', 'worker', 'job'),
  language: fc.constantFrom('typescript', 'go'),
  // Seldom a chart, which takes three times as long: it has tests of its own.
  packaging: fc.oneof(
    { weight: 24, arbitrary: fc.constant('kustomize') },
    { weight: 1, arbitrary: fc.constant('helm') },
  ),
  name,
  description: hostile.map(text => text.slice(0, 300)),
  owner: hostileWords,
  system: maybe(hostileWords),
  image: part.image,
  port: fc.integer({ min: 1024, max: 65_535 }),
  paths: maybe(part.paths),
  data: part.data,
  snapshots: maybe(part.snapshots),
  delivery: arrival.delivery,
  migration: maybe(part.migration),
  exposure: part.exposure,
  edge: fc.constantFrom('none', 'caddy'),
  egress: part.egress,
  scaling: part.scaling,
  recommendations: fc.boolean(),
  slo: part.slo,
  job: maybe(part.job),
  productionSync: part.productionSync,
  disruption: part.disruption,
  shutdown: part.shutdown,
}) as fc.Arbitrary<Partial<ServiceAnswers>>;

const sizes = fc.record({
  replicas: fc.integer({ min: 0, max: 9 }),
  /** How many more than those there may be. */
  more: maybe(fc.integer({ min: 0, max: 9 })),
  cpu: quantity(['', '00m'], ['0.5', '1500m', '1e1']),
  memory: quantity(['00Mi', 'Gi'], ['1.5Gi', '2e9', '536870912']),
  storageClass: fc.constantFrom('lvm-thin', 'lvm-thick-r3', 'nfs'),
  size: quantity(['Gi', 'G'], ['1.5Gi']),
  hostname: maybe(fc.constantFrom('example.com', 'a-b.c1.example')),
});
type Sizes = typeof sizes extends fc.Arbitrary<infer T> ? T : never;

/** Not every service has all three. */
const environmentNames = fc.constantFrom(
  ['dev', 'stage', 'prod'],
  ['dev', 'stage', 'prod'],
  ['dev', 'prod'],
  ['prod'],
  ['dev'],
);

/** Any answers that the golden path promises to accept, on the platform of the rules' tests with room for all. */
export const validAnswers: fc.Arbitrary<ServiceAnswers> = fc
  .tuple(loose, maybe(branch), environmentNames, sizes, sizes, sizes)
  .map(([any, defaultBranch, names, ...each]) => {
    const chosen = sensible(any);
    return answers({
      ...chosen,
      repo: { ...answers().repo, defaultBranch },
      environments: names.map((environment, index) =>
        sized(environment, each[index]!, chosen),
      ),
    });
  });

/** The nearest answers that go together; each case has a rule that refuses it, with the way out that is taken here. */
function sensible(any: Partial<ServiceAnswers>): Partial<ServiceAnswers> {
  const { archetype, delivery, edge } = any;
  const data = dataOf(any);
  const exposure: ServiceAnswers['exposure'] =
    archetype === 'service' ? any.exposure : { kind: 'clusterOnly' }; // EX02
  const tellsApart =
    exposure?.kind === 'gatewayApi' ||
    exposure?.kind === 'ingressNginx' ||
    (exposure?.kind === 'cloudflareTunnel' && exposure.to !== 'service');
  return {
    ...any,
    data,
    exposure,
    scaling: scalingOf(any, exposure?.kind === 'clusterOnly'),
    // EX02: nobody passes Caddy, or it could not open TLS anew.
    edge:
      exposure?.kind === 'gatewayApi' || exposure?.kind === 'ingressNginx'
        ? edge
        : 'none',
    // PD08: without a router nobody tells the callers of version B apart.
    delivery:
      delivery?.strategy === 'ab' && !tellsApart
        ? { ...delivery, strategy: 'canary' }
        : delivery,
  };
}

// EN02: a job has no replicas that could keep files of their own.
function dataOf({ archetype, data }: Partial<ServiceAnswers>) {
  return archetype === 'job' && data?.shape === 'ownFiles'
    ? ({ shape: 'scratch' } as const)
    : data;
}

function scalingOf(
  { archetype, scaling }: Partial<ServiceAnswers>,
  isInside: boolean,
): ServiceAnswers['scaling'] {
  if (scaling?.kind !== 'keda') return scaling;
  // EN02: only what answers requests has a latency.
  const triggers = scaling.triggers.filter(
    ({ type }) => type !== 'latency' || archetype === 'service',
  );
  // AS03 and AS04: something must wake it, and nobody outside may call what is not there.
  const toZero =
    scaling.toZero &&
    isInside &&
    triggers.some(({ type }) => type !== 'cpu' && type !== 'memory');
  return triggers.length > 0
    ? { ...scaling, triggers, toZero }
    : { kind: 'hpa' };
}

function sized(
  environment: string,
  { more, hostname, storageClass, size, ...rest }: Sizes,
  { data, snapshots }: Partial<ServiceAnswers>,
): ServiceAnswers['environments'][number] {
  // AS08: production has two at least.
  const replicas = Math.max(rest.replicas, environment === 'prod' ? 2 : 0);
  // ST12: only one class is written to from several nodes. ST08: one has no snapshots.
  const only =
    data?.shape === 'sharedFiles' ||
    (snapshots && storageClass === 'lvm-thick-r3')
      ? 'nfs'
      : storageClass;
  return {
    ...rest,
    name: environment,
    replicas,
    maxReplicas: more === undefined ? undefined : Math.max(replicas, 1) + more,
    ...(data?.shape !== 'nothing' && { storageClass: only, size }),
    hostname: hostname && `${environment}.${hostname}`,
  };
}
