import type { KubeApi } from './kubeApi';

export const PROVISIONER = 'linstor.csi.linbit.com';

export const CLASSES = [
  { name: 'lvm-thin', pool: 'lvm-thin', copies: 2 },
  { name: 'lvm-thick-r2', pool: 'lvm-thick', copies: 2 },
  { name: 'lvm-thick-r3', pool: 'lvm-thick', copies: 3 },
];

/** The classes that an installation of Piraeus would have. */
export async function addStorageClasses(api: KubeApi): Promise<void> {
  await Promise.all(
    CLASSES.map(({ name, pool, copies }) =>
      api.create('/apis/storage.k8s.io/v1/storageclasses', {
        apiVersion: 'storage.k8s.io/v1',
        kind: 'StorageClass',
        metadata: { name },
        provisioner: PROVISIONER,
        allowVolumeExpansion: true,
        volumeBindingMode: 'WaitForFirstConsumer',
        reclaimPolicy: 'Delete',
        parameters: {
          'csi.storage.k8s.io/fstype': 'ext4',
          [`${PROVISIONER}/storagePool`]: pool,
          [`${PROVISIONER}/placementCount`]: String(copies),
          [`${PROVISIONER}/resourceGroup`]: name,
          [`${PROVISIONER}/replicasOnDifferent`]: 'topology.kubernetes.io/zone',
        },
      }),
    ),
  );
}
