import { renderEnvironment } from '@baremetal/golden-path';
import type { ControlPlane } from '../../start/startControlPlane';
import type { Part } from '../part';
import { arrived } from './arrived';
import { expectMigrated, expectWaves } from './order';
import { register, release } from './register';
import {
  type ArrivingService,
  arrivingServices,
  ENVIRONMENT,
} from './services';
import { standInForControllers } from './statusStandIns';

const NEXT = '1.1.0';

/**
 * Every archetype and way to arrive, from a repository to a healthy application, twice: on the first sync nothing is
 * there, on the second a new version replaces an old one. Scaled by CPU is none of them: there are no metrics of pods.
 */
export const argocdPart: Part = {
  name: 'argocd',
  heavy: true,
  words:
    'each archetype is synced and healthy in Argo CD, waves and migration in order (Gateway, ingress, load balancer, KEDA and secrets: stand-ins say their status)',
  needs: { clusters: [ENVIRONMENT] },
  // They mostly wait for Argo CD.
  atOnce: 6,
  async *cases({ platform }) {
    const real = platform();
    const services = arrivingServices(real);
    const stop = standInForControllers(apiOf(real));
    try {
      await register(real, services);
      const syncs = services.map(service => {
        const first = firstSync(real, service);
        return { service, first, second: secondSync(real, service, first) };
      });
      // Also hears the failures of those that nobody has asked for yet.
      const ended = Promise.allSettled(
        syncs.flatMap(({ first, second }) => [first, second]),
      );
      for (const { service, first } of syncs) {
        yield { name: `the first sync: ${service.words}`, run: () => first };
      }
      for (const { service, second } of syncs) {
        yield { name: `a new version: ${service.words}`, run: () => second };
      }
      await ended;
    } finally {
      await stop();
    }
  },
};

async function firstSync(
  real: ControlPlane,
  service: ArrivingService,
): Promise<void> {
  const { namespace, objects } = renderedOf(service);
  await arrived(real, namespace);
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
  first: Promise<void>,
): Promise<void> {
  const isThere = await first.then(
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
  const namespace = plan.environments[0]?.namespace ?? '';
  return {
    namespace,
    objects: renderEnvironment(
      plan.files,
      `deploy/overlays/${ENVIRONMENT}`,
      namespace,
    ),
  };
}
