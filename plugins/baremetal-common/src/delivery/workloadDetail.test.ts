import type { DeploymentRow, PodRow, StatefulSetRow } from '../kube';
import { pod, rows, set } from './__fixtures__/checkout';
import { toRolloutDetails } from './toRolloutDetails';

const NOW = new Date(0);

const counts = {
  generation: 3,
  observedGeneration: 3,
  replicas: 2,
  currentReplicas: 2,
  updatedReplicas: 2,
  readyReplicas: 2,
  availableReplicas: 2,
};
const meta = (name: string) => ({
  uid: `uid-${name}`,
  name,
  namespace: 'shop-dev',
  kubernetesId: 'shop',
  deleting: false,
});

const deployment = (changes: Partial<DeploymentRow> = {}): DeploymentRow => ({
  ...meta('web'),
  ...counts,
  paused: false,
  images: [{ container: 'shop', image: 'registry.example/shop/web:1.0' }],
  conditions: [],
  ...changes,
});

const stateful = (changes: Partial<StatefulSetRow> = {}): StatefulSetRow => ({
  ...meta('db'),
  ...counts,
  currentRevision: 'db-1',
  updateRevision: 'db-1',
  images: [{ container: 'postgres', image: 'postgres:17' }],
  claimTemplates: ['data'],
  ...changes,
});

const phaseOf = (
  parts: { deployments?: DeploymentRow[]; statefulSets?: StatefulSetRow[] },
  pods: PodRow[] = [],
) => {
  const [detail] = toRolloutDetails(
    rows({ rollouts: [], pods, replicaSets: [], ...parts }),
    NOW,
  );
  return [detail?.phase, detail?.message];
};

const failing = {
  type: 'Progressing',
  status: 'False' as const,
  reason: 'ProgressDeadlineExceeded',
  message: 'timed out',
};

it.each<[string, DeploymentRow, (string | undefined)[]]>([
  ['complete', deployment(), ['healthy', undefined]],
  [
    'not yet seen',
    deployment({ observedGeneration: 2 }),
    ['progressing', 'change not yet seen by the controller'],
  ],
  ['behind', deployment({ updatedReplicas: 1 }), ['progressing', undefined]],
  [
    'past its deadline',
    deployment({ conditions: [failing] }),
    ['degraded', 'timed out'],
  ],
  [
    'paused by hand',
    deployment({ paused: true, updatedReplicas: 0 }),
    ['paused', 'paused by hand in its manifest'],
  ],
])('a deployment that is %s', (_, row, expected) => {
  expect(phaseOf({ deployments: [row] })).toEqual(expected);
});

it.each<[string, StatefulSetRow, PodRow[], (string | undefined)[]]>([
  ['complete', stateful({ updatedReplicas: 0 }), [], ['healthy', undefined]],
  [
    'between revisions',
    stateful({ updateRevision: 'db-2', updatedReplicas: 1 }),
    [],
    ['progressing', undefined],
  ],
  [
    'short of a pod',
    stateful({ availableReplicas: 1 }),
    [],
    ['progressing', undefined],
  ],
  [
    'stuck',
    stateful({ availableReplicas: 1 }),
    [
      pod('db-0', 'next', {
        owner: { uid: 'uid-db', kind: 'StatefulSet', name: 'db' },
        phase: 'Failed',
        reason: 'Evicted',
      }),
      pod('db-1', 'next', {
        owner: { uid: 'uid-db', kind: 'StatefulSet', name: 'db' },
        ready: false,
        node: undefined,
        phase: 'Pending',
        unschedulable: 'no node',
      }),
    ],
    ['degraded', 'Waits for a node: no node'],
  ],
])('a stateful set that is %s', (_, row, pods, expected) => {
  expect(phaseOf({ statefulSets: [row] }, pods)).toEqual(expected);
});

it('puts what serves first, and leaves out deployments that only lend their template', () => {
  const details = toRolloutDetails(
    rows({
      deployments: [deployment({ replicas: 0, currentReplicas: 0 })],
      statefulSets: [stateful()],
    }),
    NOW,
  );
  expect(details.map(({ kind, name }) => [kind, name])).toEqual([
    ['Rollout', 'checkout-api'],
    ['StatefulSet', 'db'],
  ]);
});

it('finds pods of a deployment through its replica sets', () => {
  const owned = set('stable', {
    owner: { uid: 'uid-web', kind: 'Deployment', name: 'web' },
  });
  const [detail] = toRolloutDetails(
    rows({
      rollouts: [],
      deployments: [deployment()],
      replicaSets: [owned],
      pods: [pod('p', 'stable'), pod('other', 'next')],
    }),
    NOW,
  );
  expect(detail?.pods.map(({ name, role }) => [name, role])).toEqual([
    ['p', 'stable'],
  ]);
});
