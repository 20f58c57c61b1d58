import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  baremetalStorageExtensionPoint,
  type StorageBackend,
} from '@baremetal/backstage-plugin-baremetal-node';
import { createAccess } from './authorization/createAccess';
import { ClusterRegistry } from './cluster/ClusterRegistry';
import { conceptsOf } from './cluster/watchedResources';
import { readBaremetalConfig } from './config';
import { answerName } from './names/answerName';
import { toPlatformFacts } from './platformFacts';
import { createRouter } from './router';
import { AuthorizedViews } from './service/AuthorizedViews';
import { createConcepts } from './service/createConcepts';
import { createViews } from './service/createViews';
import { createPromotionFacts } from './service/promotionFacts';
import { promotionsOf } from './service/promotionsOf';
import { StorageBackends } from './service/StorageBackends';
import { ChangeSignals } from './signals';

const DEPS = {
  auditor: coreServices.auditor,
  auth: coreServices.auth,
  catalog: catalogServiceRef,
  config: coreServices.rootConfig,
  database: coreServices.database,
  httpAuth: coreServices.httpAuth,
  httpRouter: coreServices.httpRouter,
  lifecycle: coreServices.lifecycle,
  logger: coreServices.logger,
  permissions: coreServices.permissions,
  permissionsRegistry: coreServices.permissionsRegistry,
  scheduler: coreServices.scheduler,
  signals: signalsServiceRef,
};

type Deps = { readonly [Name in keyof typeof DEPS]: (typeof DEPS)[Name]['T'] };

/**
 * Watches the clusters of a bare-metal platform, and answers what runs where, whether its data is safe, what fits, and
 * what may be promoted.
 *
 * @public
 */
export const baremetalPlugin = createBackendPlugin({
  pluginId: 'baremetal',
  register(env) {
    const backends = new StorageBackends();
    env.registerExtensionPoint(baremetalStorageExtensionPoint, backends);
    env.registerInit({
      deps: DEPS,
      init: deps => start(deps, backends.all),
    });
  },
});

async function start(
  deps: Deps,
  backends: readonly StorageBackend[],
): Promise<void> {
  const { logger, httpAuth } = deps;
  const config = readBaremetalConfig(deps.config);
  const platform = toPlatformFacts(config);
  const access = createAccess(deps, platform.environments);
  const clusters = new ClusterRegistry({ clusters: config.clusters, logger });
  const signals = new ChangeSignals({ signals: deps.signals, logger });

  const concepts = createConcepts({ platform, readers: clusters, backends });
  const promotions = await promotionsOf(config, {
    ...deps,
    ...access,
    appUrl: deps.config.getString('app.baseUrl'),
    facts: createPromotionFacts({
      ...concepts,
      readers: clusters,
      now: () => new Date(),
    }),
    changed: () =>
      clusters.all.forEach(({ cluster }) =>
        signals.changed(cluster, ['promotion']),
      ),
  });
  const views = new AuthorizedViews({
    ...access,
    platform,
    capacity: concepts.capacity,
    names: name =>
      answerName(name, {
        readers: clusters,
        environments: platform.environments,
      }),
    views: createViews({ platform, concepts, promotions: promotions.of }),
  });
  deps.httpRouter.use(
    createRouter({ httpAuth, views, more: [promotions.router] }),
  );
  watch(deps, { clusters, signals, backends });
}

/** Begins to look at clusters and storage systems, and tells open pages what changes, until the backend stops. */
function watch(
  { lifecycle }: Deps,
  parts: {
    readonly clusters: ClusterRegistry;
    readonly signals: ChangeSignals;
    readonly backends: readonly StorageBackend[];
  },
): void {
  const { clusters, signals, backends } = parts;
  const stopping = new AbortController();
  clusters.onChange((cluster, kind) =>
    signals.changed(cluster, conceptsOf(kind)),
  );
  clusters.start();
  for (const backend of backends) {
    backend.start({
      readers: clusters.all,
      signal: stopping.signal,
      onChange: cluster => signals.changed(cluster, ['storage']),
    });
  }
  lifecycle.addShutdownHook(async () => {
    stopping.abort();
    signals.stop();
    await clusters.stop();
  });
}
