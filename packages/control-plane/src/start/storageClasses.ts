import { storageClassObjects } from '@baremetal/platform-sim';
import type { KubeApi } from './kubeApi';

/** The classes that an installation of Piraeus would have. */
export async function addStorageClasses(api: KubeApi): Promise<void> {
  await Promise.all(
    storageClassObjects().map(object =>
      api.create('/apis/storage.k8s.io/v1/storageclasses', object),
    ),
  );
}
