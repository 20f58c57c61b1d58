import { renderEnvironment } from '@baremetal/golden-path';
import type { ControlPlane } from '../../start/startControlPlane';
import type { Case, Part } from '../part';
import { arrived } from './arrived';
import { arrivingMatrix, wholeArrivingMatrix } from './arrivingMatrix';
import { leave } from './leave';
import { FirstSyncs } from './firstSyncs';
import { expectMigrated, expectWaves } from './order';
import { register, release } from './register';
import {
  applicationOf,
  type ArrivingService,
  arrivingServices,
  ENVIRONMENT,
} from './services';
import { standInForControllers } from './statusStandIns';
import { expectSyncOrder } from './syncOrder';

const NEXT = '1.1.0';

/** How many services the one cluster has room for at a time. */
const BATCH = 64;

/**
 * Every archetype and way to arrive, from a repository to a healthy application, twice: on the first sync nothing is
 * there, on the second a new version replaces an old one. Then every pair of choices once.
 */
export const argocdPart: Part = {
  name: 'argocd',
  words:
    'every pair of choices is synced and healthy in Argo CD, waves and migration in order (Gateway, ingress, load balancer, KEDA and secrets: stand-ins say their status)',
  // It is told when to look at the Git host.
  needs: { clusters: [ENVIRONMENT], pollSeconds: 600 },
  // They mostly wait for Argo CD.
  atOnce: 8,
  async *cases({ platform, full }) {
    const real = platform();
    const stop = standInForControllers(apiOf(real));
    const syncs = FirstSyncs.watch(real);
    const started: Promise<void>[] = [];
    const followed = ({ name, run }: Case): Case => ({
      name,
      run: () => {
        const one = run();
        started.push(one);
        return one;
      },
    });
    const ended = () => Promise.allSettled(started);
    try {
      const services = arrivingServices(real);
      await register(real, services);
      const early = twice(real, syncs, services);
      const matrix = full ? wholeArrivingMatrix(real) : arrivingMatrix(real);
      for (const batch of batches(matrix)) {
        const registered = register(real, batch);
        // Its failure is told by the cases, which may not have begun.
        registered.catch(() => undefined);
        // Beside the first batch; afterwards there are none left.
        for (const each of early) yield followed(each);
        for (const service of batch) {
          yield followed({
            name: `${service.spec.name}: ${service.words}`,
            run: () => registered.then(() => firstSync(real, syncs, service)),
          });
        }
        await ended();
        if (full) await leave(real, apiOf(real), batch);
      }
    } finally {
      await ended();
      await Promise.all([stop(), syncs.stop()]);
    }
  },
};

/** First the version that a repository starts with, then a new one. */
function* twice(
  real: ControlPlane,
  syncs: FirstSyncs,
  services: readonly ArrivingService[],
): Iterable<Case> {
  const firsts = new Map<ArrivingService, Promise<void>>();
  for (const service of services) {
    yield {
      name: `the first sync: ${service.words}`,
      run: () => {
        const first = firstSync(real, syncs, service);
        firsts.set(service, first);
        return first;
      },
    };
  }
  for (const service of services) {
    yield {
      name: `a new version: ${service.words}`,
      run: () => secondSync(real, service, firsts.get(service)),
    };
  }
}

function* batches(
  services: Iterable<ArrivingService>,
): Iterable<ArrivingService[]> {
  let batch: ArrivingService[] = [];
  for (const service of services) {
    batch.push(service);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}

async function firstSync(
  real: ControlPlane,
  syncs: FirstSyncs,
  service: ArrivingService,
): Promise<void> {
  const { namespace, objects } = renderedOf(service);
  await arrived(real, namespace);
  expectSyncOrder(syncs.of(namespace), objects);
  await expectWaves(apiOf(real), objects);
  const { repository, tag } = service.spec.image;
  await expectMigrated(apiOf(real), {
    namespace,
    objects,
    image: `${repository}:${tag}`,
  });
}

async function secondSync(
  real: ControlPlane,
  service: ArrivingService,
  first: Promise<void> | undefined,
): Promise<void> {
  const isThere = await first?.then(
    () => true,
    () => false,
  );
  if (!isThere) throw new Error('its first sync failed');
  const commit = await release(real, service, NEXT);
  const { namespace, objects } = renderedOf(service);
  await arrived(real, namespace, commit);
  await expectMigrated(apiOf(real), {
    namespace,
    objects,
    image: `${service.spec.image.repository}:${NEXT}`,
  });
}

function apiOf(real: ControlPlane) {
  const cluster = real.apis.get(ENVIRONMENT);
  if (cluster === undefined) throw new Error(`there is no ${ENVIRONMENT}`);
  return cluster.api;
}

function renderedOf({ plan }: ArrivingService) {
  const namespace = applicationOf({ plan });
  return {
    namespace,
    objects: renderEnvironment(
      plan.files,
      `deploy/overlays/${ENVIRONMENT}`,
      namespace,
    ),
  };
}
