import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { GUARDED, ARGO } from '../constants';
import type { Manifest } from '../types';
import { poolMetadata } from './poolNames';
import type { PoolSpec, PoolStorageClass } from './poolSpec';

const DRIVER = 'linstor.csi.linbit.com';

/** A volume that lost its majority waits instead of failing; a third voter without data lets two copies decide. */
const QUORUM = {
  [`property.${DRIVER}/DrbdOptions/auto-quorum`]: 'suspend-io',
  [`property.${DRIVER}/DrbdOptions/auto-add-quorum-tiebreaker`]: 'true',
};

/** Label by which two copies of a volume must differ. */
export function differenceOf(
  { differentBy }: Pick<PoolStorageClass, 'differentBy'>,
  { domainLabel }: Pick<PlatformFacts, 'domainLabel'>,
): string {
  return differentBy ?? domainLabel;
}

/**
 * A class whose volumes are made where their first pod is placed, with their other copies in other domains.
 *
 * Parameters of a class are never changed: its volumes belong to a resource group of LINSTOR, which refuses other values
 * under the same name. What is to be different is another class.
 */
export function storageClass(
  { name: pool }: PoolSpec,
  answers: PoolStorageClass,
  platform: Pick<PlatformFacts, 'domainLabel'>,
): Manifest {
  const { name, storagePool, copies, overProvision, remoteAccess, reclaim } =
    answers;
  const parameters = {
    [`${DRIVER}/storagePool`]: storagePool,
    [`${DRIVER}/placementCount`]: String(copies),
    // LINSTOR would name the group by a hash, which nobody finds again.
    [`${DRIVER}/resourceGroup`]: name,
    [`${DRIVER}/allowRemoteVolumeAccess`]: String(remoteAccess),
    ...(copies > 1 && {
      [`${DRIVER}/replicasOnDifferent`]: differenceOf(answers, platform),
      ...QUORUM,
    }),
    ...(overProvision !== undefined && {
      [`${DRIVER}/overProvision`]: overProvision.toFixed(1),
    }),
  };
  return {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: poolMetadata({
      pool,
      name,
      part: 'storage',
      wave: 'first',
      annotations: { [ARGO.syncOptions]: GUARDED },
    }),
    provisioner: DRIVER,
    allowVolumeExpansion: true,
    volumeBindingMode: 'WaitForFirstConsumer',
    reclaimPolicy: reclaim,
    parameters: { 'csi.storage.k8s.io/fstype': 'ext4', ...parameters },
  };
}
