import { KUBERNETES_ID } from '@baremetal/backstage-plugin-baremetal-common';
import { ARGO, LABELS, WAVES } from '../constants';
import type { Manifest } from '../types';

/** The service itself, the store beside it, what changes its database, or what saves its data. */
export type Component =
  | 'service'
  | 'store'
  | 'migration'
  | 'snapshots'
  | 'dump';

export function storeName(service: string): string {
  return `${service}-db`;
}

export function nameOf(service: string, component: Component): string {
  switch (component) {
    case 'service':
      return service;
    case 'store':
      return storeName(service);
    case 'migration':
      return `${service}-migration`;
    case 'snapshots':
      return `${service}-snapshots`;
    case 'dump':
      return `${storeName(service)}-dump`;
  }
}

/** What selects the pods of a component; immutable, so nothing that may change belongs in it. */
export function selectorOf(
  service: string,
  component: Component,
): Record<string, string> {
  return {
    [LABELS.name]: nameOf(service, component),
    [LABELS.component]: component,
  };
}

/** On every object, pod template and claim: Backstage and the rules find the service's parts by these. */
export function labelsOf(
  service: string,
  component: Component = 'service',
): Record<string, string> {
  return {
    ...selectorOf(service, component),
    [LABELS.partOf]: service,
    [KUBERNETES_ID]: service,
  };
}

/** Metadata of an object of the base. */
export function metadataOf(options: {
  service: string;
  name: string;
  wave: keyof typeof WAVES;
  component?: Component;
  annotations?: Record<string, string>;
}): Manifest['metadata'] {
  const { service, name, wave, component, annotations } = options;
  return {
    name,
    labels: labelsOf(service, component),
    annotations: { [ARGO.wave]: WAVES[wave], ...annotations },
  };
}
