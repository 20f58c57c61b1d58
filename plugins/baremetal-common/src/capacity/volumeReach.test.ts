import type { VolumeRow } from '../kube';
import { LABELS, node, pod } from './__fixtures__/cluster';
import { toPackSnapshot } from './toPackSnapshot';

const NODES = [node('a1', 'pdu-a'), node('b1', 'pdu-b')];
const db = pod('db', 'a1', { claims: ['data-db-0'] });

const volume = (changes: Partial<VolumeRow> = {}): VolumeRow => ({
  uid: 'v',
  name: 'pvc-1',
  namespace: '',
  deleting: false,
  phase: 'Bound',
  claim: { namespace: 'checkout-api-stage', name: 'data-db-0' },
  nodeTerms: [
    {
      labels: [
        { key: 'kubernetes.io/hostname', operator: 'In', values: ['a1'] },
      ],
      names: [],
    },
  ],
  ...changes,
});

const reachOf = (volumes: readonly VolumeRow[] | undefined, each = db) =>
  toPackSnapshot({ nodes: NODES, pods: [each], volumes }, LABELS).pods[0];

it.each<[string, readonly VolumeRow[], readonly string[] | undefined]>([
  ['ties a pod to where its volume can be reached', [volume()], ['a1']],
  [
    'leaves it free when it can be reached from everywhere',
    [volume({ nodeTerms: undefined })],
    undefined,
  ],
  [
    'leaves it free of volumes of others',
    [volume({ claim: { namespace: 'other', name: 'data-db-0' } })],
    undefined,
  ],
])('%s', (_, volumes, nodes) => {
  expect(reachOf(volumes)?.reachableFrom).toEqual(nodes);
});

it('asks all volumes of a pod', () => {
  const elsewhere = volume({
    nodeTerms: [
      {
        labels: [],
        names: [{ key: 'metadata.name', operator: 'In', values: ['b1'] }],
      },
    ],
    claim: { namespace: 'checkout-api-stage', name: 'logs' },
  });
  const both = pod('db', 'a1', { claims: ['data-db-0', 'logs'] });
  expect(reachOf([elsewhere], both)?.reachableFrom).toEqual(['b1']);
  expect(reachOf([volume(), elsewhere], both)?.reachableFrom).toEqual([]);
});

it('does not guess when volumes cannot be read', () => {
  expect(reachOf(undefined)?.terms.unsupported).toEqual([
    'it is unknown which nodes its volumes can be reached from',
  ]);
  expect(reachOf(undefined, pod('web', 'a1'))?.terms.unsupported).toEqual([]);
});
