import type { Manifest, RenderedEnvironment } from '../../types';
import { at, listAt, matches, ofKind, type Workload } from '../kube';

/** An object through which requests from outside reach Services. */
export interface Entry {
  readonly object: Manifest;
  readonly hostnames: readonly unknown[];
  /** Names of the Services of each of its rules. */
  readonly rules: readonly (readonly unknown[])[];
}

/** Routes of the Gateway API and Ingresses. */
export function entriesOf(environment: RenderedEnvironment): Entry[] {
  return [...routesOf(environment), ...ingressesOf(environment)];
}

export function routesOf(environment: RenderedEnvironment): Entry[] {
  return ofKind(environment, 'HTTPRoute').map(object => ({
    object,
    hostnames: listAt(object, 'spec', 'hostnames'),
    rules: listAt(object, 'spec', 'rules').map(rule =>
      listAt(rule, 'backendRefs').map(backend => at(backend, 'name')),
    ),
  }));
}

export function ingressesOf(environment: RenderedEnvironment): Entry[] {
  return ofKind(environment, 'Ingress').map(object => ({
    object,
    hostnames: listAt(object, 'spec', 'rules').flatMap(
      rule => at(rule, 'host') ?? [],
    ),
    rules: listAt(object, 'spec', 'rules').map(rule =>
      listAt(rule, 'http', 'paths').map(path =>
        at(path, 'backend', 'service', 'name'),
      ),
    ),
  }));
}

/** Services whose selector fits the pods of a workload. */
export function servicesOf(
  environment: RenderedEnvironment,
  { podLabels }: Pick<Workload, 'podLabels'>,
): Manifest[] {
  return ofKind(environment, 'Service').filter(service => {
    const selector = at(service, 'spec', 'selector');
    return (
      selector !== undefined && matches({ matchLabels: selector }, podLabels)
    );
  });
}

export function isLoadBalancer(service: Manifest): boolean {
  return at(service, 'spec', 'type') === 'LoadBalancer';
}
