import { STORE } from '../../constants';
import type { ServiceSpec } from '../../spec/serviceSpec';
import type { Named } from '../named';
import { type Component, metadataOf, selectorOf } from '../metadata';
import type { Typed } from '../typed';

const PORTS = [{ protocol: 'TCP', port: STORE.port }];

/** The way of the migration to the store, both ends of it. */
export function migrationPolicies({ name }: ServiceSpec): Named[] {
  return [
    [
      'migration-networkpolicy',
      policy(name, `${name}-migration-to-store`, 'migration', {
        policyTypes: ['Egress'],
        egress: [{ to: [podsOf(name, 'store')], ports: PORTS }],
      }),
    ],
    [
      'migration-networkpolicy-store',
      policy(name, `${name}-store-from-migration`, 'store', {
        policyTypes: ['Ingress'],
        ingress: [{ from: [podsOf(name, 'migration')], ports: PORTS }],
      }),
    ],
  ];
}

function podsOf(service: string, component: Component) {
  return { podSelector: { matchLabels: selectorOf(service, component) } };
}

function policy(
  service: string,
  name: string,
  component: Component,
  rules: Record<string, unknown>,
): Typed<'NetworkPolicy'> {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: metadataOf({ service, name, component, wave: 'first' }),
    spec: { ...podsOf(service, component), ...rules },
  };
}
