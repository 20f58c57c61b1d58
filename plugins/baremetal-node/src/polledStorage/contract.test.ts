import type { ClusterReader } from '../clusterReader';
import { describeStorageBackend } from '../testUtils';
import { createPolledStorage } from './createPolledStorage';
import type { StorageSystem } from './storageSystem';

const DRIVER = 'disks.example';

const system: StorageSystem = {
  id: 'disks',
  source: 'Kubernetes',
  provisioners: [DRIVER],
  clusters: ['prod'],
  askVolumes: async (_, { handles }) => ({
    volumes: handles.map(handle => ({
      handle,
      replicated: false,
      resizing: false,
      quorum: {},
      pools: [],
      replicas: [
        {
          node: 'm-1',
          kind: 'copy',
          votes: false,
          disk: 'upToDate',
          silent: false,
          links: [],
          raw: '',
        },
      ],
    })),
    further: [],
  }),
  askClasses: async (_, { classes }) =>
    classes.map(({ name }) => ({ name, domains: ['pdu-a'] })),
  toProblem: () => ({ kind: 'unexpected', message: 'It broke.' }),
};

const rows: Record<string, readonly object[]> = {
  claims: [{ kubernetesId: 'shop', volume: 'pv-1' }],
  volumes: [{ name: 'pv-1', csi: { driver: DRIVER, handle: 'disk-1' } }],
  storageClasses: [{ name: 'fast', provisioner: DRIVER, parameters: {} }],
};

const reader: ClusterReader = {
  cluster: 'prod',
  read: kind => ({
    known: true,
    value: {
      items: (rows[kind] ?? []) as never,
      observedAt: '2026-11-22T14:00:00Z',
    },
  }),
  revision: () => 1,
};

describeStorageBackend('A polled system', async () => ({
  backend: createPolledStorage(system),
  reader,
  handle: 'disk-1',
  storageClass: 'fast',
  stop: async () => {},
}));
