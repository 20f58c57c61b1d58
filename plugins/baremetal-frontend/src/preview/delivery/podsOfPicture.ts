import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { isRouted, mostPodsOf } from '@baremetal/golden-path';
import { defaultDelivery, defaultRuntime } from '../defaults';
import type { CreateFormData } from '../formData';
import type { Proof } from '../prove';
import { PLAIN_SERVICE } from '../templateOptions';
import type { PodsOfPicture } from './CanaryPicture';
import type { Division } from './podsAtWeight';

const DEFAULT_SURGE = '25%';

/** Pods of the picture are those of production, where they are most and matter most. */
export function podsOfPicture(
  form: CreateFormData,
  platform: PlatformFacts,
  proof: Proof,
): PodsOfPicture | undefined {
  const template = form.template ?? PLAIN_SERVICE;
  const { archetype } = template;
  const runtime = form.runtime ?? defaultRuntime(platform, template);
  const name = platform.environments.find(({ production }) => production)?.name;
  const environment =
    runtime.environments.find(each => each.name === name) ??
    runtime.environments[runtime.environments.length - 1];
  if (!environment) return undefined;
  const replicas = mostPodsOf(
    { archetype, scaling: runtime.scaling ?? { kind: 'fixed' } },
    environment,
  );
  const peak = proof.plan?.peaks.find(
    each => each.environment === environment.name,
  );
  // The store's pod is counted by the engine, and no version of the service.
  const beside = runtime.data.shape === 'storeBeside' ? 1 : 0;
  return {
    environment: environment.name,
    replicas,
    division: divisionOf(form, replicas),
    peak: peak && peak.pods - beside,
  };
}

function divisionOf(form: CreateFormData, replicas: number): Division {
  const { archetype, shape = 'nothing' } = form.template ?? PLAIN_SERVICE;
  const delivery =
    form.delivery ?? defaultDelivery(form.template ?? PLAIN_SERVICE);
  const routed = isRouted({
    archetype,
    data: { shape: form.runtime?.data.shape ?? shape },
    delivery: { strategy: delivery.strategy ?? 'canary' },
    exposure: delivery.exposure ?? { kind: 'clusterOnly' },
  });
  return routed
    ? { by: 'router', shrinks: delivery.dynamicStableScale ?? false }
    : {
        by: 'pods',
        maxSurge: surgeOf(delivery.maxSurge ?? DEFAULT_SURGE, replicas),
      };
}

function surgeOf(maxSurge: number | string, replicas: number): number {
  return typeof maxSurge === 'number'
    ? maxSurge
    : Math.ceil((replicas * parseInt(maxSurge, 10)) / 100);
}
