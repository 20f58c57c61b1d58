import { STORE } from '../constants';
import type { ServiceSpec } from '../spec/serviceSpec';
import type { Manifest } from '../types';
import type { Named } from './named';
import { type Component, metadataOf, nameOf, selectorOf } from './metadata';

/** What callers use: all pods, old and new, so that a canary gets its share of the requests. */
export function mainService({ name }: ServiceSpec): Manifest {
  return service({ owner: name, name });
}

/**
 * The two that the Rollouts controller points at one version each. Nobody calls them by default: they are there to
 * look at one version alone.
 */
export function versionServices({ name }: ServiceSpec): Named[] {
  return [
    ['service-stable', service({ owner: name, name: `${name}-stable` })],
    ['service-canary', service({ owner: name, name: `${name}-canary` })],
  ];
}

/** Gives each pod of a StatefulSet its own name. */
export function headlessService(
  { name }: ServiceSpec,
  component: Component,
): Manifest {
  return service({
    owner: name,
    name: `${nameOf(name, component)}-headless`,
    component,
    headless: true,
  });
}

/** The one address of the store. */
export function storeService({ name }: ServiceSpec): Manifest {
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
}): Manifest {
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
              port: 80,
              targetPort: 'http',
            },
      ],
    },
  };
}
