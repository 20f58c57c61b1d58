import { STORE } from '../constants';
import type { ServiceSpec } from '../spec/serviceSpec';
import type { Named } from './named';
import { loadBalancer } from './exposure/loadBalancer';
import { exposureOf } from './exposure/ways';
import { type Component, metadataOf, nameOf, selectorOf } from './metadata';
import type { Typed } from './typed';

/** Port of every Service of the service itself; the pods' own is named `http`. */
export const SERVICE_PORT = 80;

/**
 * What callers in the cluster use: all pods, old and new, so that a canary gets its share of their requests too. With
 * Cilium's load balancer it has an address outside as well.
 */
export function mainService(spec: ServiceSpec): Typed<'Service'> {
  const { name } = spec;
  const exposure = exposureOf(spec);
  const main = service({ owner: name, name });
  return exposure.kind === 'ciliumLb' ? loadBalancer(main, exposure) : main;
}

/** The two that the Rollouts controller points at one version each: for a router, or to look at one version alone. */
export function versionServices(spec: ServiceSpec): Named[] {
  return [
    ['service-stable', versionService(spec, `${spec.name}-stable`)],
    ['service-canary', versionService(spec, `${spec.name}-canary`)],
  ];
}

/** A Service inside of the cluster for one version; the Rollouts controller says which. */
export function versionService(
  { name: owner }: ServiceSpec,
  name: string,
): Typed<'Service'> {
  return service({ owner, name });
}

/** Gives each pod of a StatefulSet its own name. */
export function headlessService(
  { name }: ServiceSpec,
  component: Component,
): Typed<'Service'> {
  return service({
    owner: name,
    name: `${nameOf(name, component)}-headless`,
    component,
    headless: true,
  });
}

/** The one address of the store. */
export function storeService({ name }: ServiceSpec): Typed<'Service'> {
  return service({
    owner: name,
    name: nameOf(name, 'store'),
    component: 'store',
  });
}

function service(options: {
  owner: string;
  name: string;
  component?: Component;
  headless?: boolean;
}): Typed<'Service'> {
  const { owner, name, component = 'service', headless = false } = options;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: metadataOf({ service: owner, name, component, wave: 'middle' }),
    spec: {
      type: 'ClusterIP',
      ...(headless && { clusterIP: 'None' }),
      selector: selectorOf(owner, component),
      ports: [
        component === 'store'
          ? {
              name: 'postgresql',
              protocol: 'TCP',
              port: STORE.port,
              targetPort: 'postgresql',
            }
          : {
              name: 'http',
              protocol: 'TCP',
              appProtocol: 'http',
              port: SERVICE_PORT,
              targetPort: 'http',
            },
      ],
    },
  };
}
