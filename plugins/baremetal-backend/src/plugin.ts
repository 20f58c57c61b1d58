import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { baremetalStorageExtensionPoint } from '@baremetal/backstage-plugin-baremetal-node';
import { registerPermissions } from './authorization/registerPermissions';
import { serviceResourceRef } from './authorization/rules';
import { ServiceAuthorizer } from './authorization/ServiceAuthorizer';
import { ClusterRegistry } from './cluster/ClusterRegistry';
import { conceptsOf } from './cluster/watchedResources';
import { readBaremetalConfig } from './config';
import { toPlatformFacts } from './platformFacts';
import { createRouter } from './router';
import { AuthorizedServices } from './authorization/AuthorizedServices';
import { AuthorizedViews } from './service/AuthorizedViews';
import { createViews } from './service/createViews';
import { ServiceCatalog } from './authorization/ServiceCatalog';
import { StorageBackends } from './service/StorageBackends';
import { ChangeSignals } from './signals';

/**
 * Watches the clusters of a bare-metal platform, and answers what runs where, whether its data is safe, and what fits.
 *
 * @public
 */
export const baremetalPlugin = createBackendPlugin({
  pluginId: 'baremetal',
  register(env) {
    const storageBackends = new StorageBackends();
    env.registerExtensionPoint(baremetalStorageExtensionPoint, storageBackends);

    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        signals: signalsServiceRef,
      },
      async init(deps) {
        const { httpAuth, httpRouter, lifecycle, logger, permissions } = deps;
        const config = readBaremetalConfig(deps.config);
        const platform = toPlatformFacts(config);
        const clusters = new ClusterRegistry({
          clusters: config.clusters,
          logger,
        });
        const signals = new ChangeSignals({ signals: deps.signals, logger });
        const stopping = new AbortController();

        const catalog = new ServiceCatalog({
          catalog: deps.catalog,
          environments: platform.environments,
        });
        registerPermissions(deps.permissionsRegistry, {
          auth: deps.auth,
          catalog,
        });
        const authorizer = new ServiceAuthorizer({
          permissions,
          ruleset:
            deps.permissionsRegistry.getPermissionRuleset(serviceResourceRef),
        });
        const services = new AuthorizedServices(catalog, authorizer);

        const { views, capacity } = createViews({
          platform,
          readers: clusters,
          backends: storageBackends.all,
          promotions: async () => ({
            known: false,
            problem: {
              kind: 'notInstalled',
              message: 'No Git host is configured (baremetal.git).',
            },
          }),
          now: () => new Date(),
          elapsed: () => performance.now(),
        });
        httpRouter.use(
          createRouter({
            httpAuth,
            views: new AuthorizedViews({
              services,
              authorizer,
              views,
              capacity,
              platform,
            }),
            more: [],
          }),
        );

        clusters.onChange((cluster, kind) =>
          signals.changed(cluster, conceptsOf(kind)),
        );
        clusters.start();
        storageBackends.all.forEach(backend =>
          backend.start({
            readers: clusters.all,
            signal: stopping.signal,
            onChange: cluster => signals.changed(cluster, ['storage']),
          }),
        );
        lifecycle.addShutdownHook(async () => {
          stopping.abort();
          signals.stop();
          await clusters.stop();
        });
      },
    });
  },
});
