import {
  createPolledStorage,
  type ClusterReader,
} from '@baremetal/backstage-plugin-baremetal-node';
import { describeStorageBackend } from '@baremetal/backstage-plugin-baremetal-node/testUtils';
import { startStorage } from '@baremetal/platform-sim';
import { LinstorSystem } from './LinstorSystem';

const DRIVER = 'linstor.csi.linbit.com';
const GIB = 1024 ** 3;

const rows: Record<string, readonly object[]> = {
  claims: [{ kubernetesId: 'shop', volume: 'pvc-1' }],
  volumes: [{ name: 'pvc-1', csi: { driver: DRIVER, handle: 'pvc-1' } }],
  storageClasses: [{ name: 'lvm-thin', provisioner: DRIVER, parameters: {} }],
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

describeStorageBackend('LINSTOR', async () => {
  const storage = await startStorage({
    cluster: 'prod',
    nodes: ['a', 'b', 'c'].map(letter => ({
      name: `m-${letter}`,
      domain: `pdu-${letter}`,
      pools: [{ name: 'thin', kind: 'LVM_THIN', totalBytes: 100 * GIB }],
    })),
    classes: [{ name: 'lvm-thin', pool: 'thin', copies: 2 }],
    now: Date.now,
  });
  storage.provisioner.createVolume({
    handle: 'pvc-1',
    className: 'lvm-thin',
    sizeBytes: GIB,
    claim: { namespace: 'shop-prod', name: 'data' },
  });
  const system = new LinstorSystem({
    clusters: [{ cluster: 'prod', url: storage.url }],
    fetch,
    now: Date.now,
  });
  return {
    backend: createPolledStorage(system),
    reader,
    handle: 'pvc-1',
    storageClass: 'lvm-thin',
    stop: storage.stop,
  };
});
