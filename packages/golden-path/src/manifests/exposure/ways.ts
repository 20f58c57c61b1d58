import type { ServiceSpec } from '../../spec/serviceSpec';
import { answersRequests, isRouted } from '../../spec/workload';

export type Exposure = ServiceSpec['exposure'];

/** The way in, which nothing but a service has: a worker and a job answer nobody. */
export function exposureOf(
  spec: Pick<ServiceSpec, 'archetype' | 'exposure'>,
): Exposure {
  return answersRequests(spec) ? spec.exposure : { kind: 'clusterOnly' };
}

/** Whether requests from outside pass the platform's Gateway. */
export function passesGateway(
  spec: Pick<ServiceSpec, 'archetype' | 'exposure'>,
): boolean {
  const exposure = exposureOf(spec);
  return (
    exposure.kind === 'gatewayApi' ||
    (exposure.kind === 'cloudflareTunnel' && exposure.to === 'gateway')
  );
}

/** Whether callers use a host name, which the Gateway, the ingress or the tunnel tells services apart by. */
export function isReachedByName(
  spec: Pick<ServiceSpec, 'archetype' | 'exposure'>,
): boolean {
  const { kind } = exposureOf(spec);
  return kind !== 'clusterOnly' && kind !== 'ciliumLb';
}

/** Whether the router sends some requests to the old version and some to the new one. Blue/green moves all at once. */
export function dividesRequests(spec: ServiceSpec): boolean {
  return isRouted(spec) && spec.delivery.strategy !== 'blueGreen';
}

/**
 * Service that the router sends requests to: the stable one where it divides them itself, the main one otherwise.
 * Blue/green points the main one at the active version.
 */
export function entryServiceOf(spec: ServiceSpec): string {
  return dividesRequests(spec) ? `${spec.name}-stable` : spec.name;
}
