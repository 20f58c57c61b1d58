import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  baremetalStorageExtensionPoint,
  createPolledStorage,
} from '@baremetal/backstage-plugin-baremetal-node';
import { readLinstorConfig } from './config';
import { LinstorSystem } from './LinstorSystem';

/**
 * LINSTOR for the bare-metal backend: copies, links and votes of volumes, and the room of storage classes.
 *
 * @public
 */
export const baremetalModuleLinstor = createBackendModule({
  pluginId: 'baremetal',
  moduleId: 'linstor',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        storage: baremetalStorageExtensionPoint,
      },
      async init({ config, logger, storage }) {
        const clusters = readLinstorConfig(config);
        const system = new LinstorSystem({ clusters, fetch, now: Date.now });
        storage.addStorageBackend(createPolledStorage(system));
        logger.info(
          clusters.length > 0
            ? `LINSTOR is read on ${clusters
                .map(({ cluster }) => cluster)
                .join(', ')}`
            : 'No cluster under baremetal.clusters names a linstor.url, so copies of volumes stay unknown',
        );
      },
    });
  },
});
