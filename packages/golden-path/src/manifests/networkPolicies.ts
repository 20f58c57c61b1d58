import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { LABELS, STORE } from '../constants';
import { keepsStore } from '../spec/data';
import type { ServiceSpec } from '../spec/serviceSpec';
import { admittedNamespaces } from './exposure/admittedNamespaces';
import { type Component, metadataOf, nameOf, selectorOf } from './metadata';
import type { Typed } from './typed';

/** Nothing in, nothing out, for every pod of the namespace; the others open what is needed. */
export function denyAll({ name }: ServiceSpec): Typed<'NetworkPolicy'> {
  return policy(name, 'default-deny', 'service', {
    podSelector: {},
    policyTypes: ['Ingress', 'Egress'],
  });
}

/** Every pod may ask for names. */
export function allowNames({ name }: ServiceSpec): Typed<'NetworkPolicy'> {
  return policy(name, 'allow-dns', 'service', {
    podSelector: {},
    policyTypes: ['Egress'],
    egress: [
      {
        to: [
          {
            namespaceSelector: {
              matchLabels: { [LABELS.namespaceName]: 'kube-system' },
            },
            podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
          },
        ],
        ports: [
          { protocol: 'UDP', port: 53 },
          { protocol: 'TCP', port: 53 },
        ],
      },
    ],
  });
}

/**
 * Callers anywhere in the cluster, those that bring requests from outside and Prometheus among them, and the ways to the
 * store and to what the service calls. Those that bring requests and Prometheus are named: they stay when a team narrows
 * the first.
 */
export function allowService(
  spec: ServiceSpec,
  platform: PlatformFacts,
): Typed<'NetworkPolicy'> {
  const port = [{ protocol: 'TCP' as const, port: 'http' }];
  return policy(spec.name, spec.name, 'service', {
    podSelector: { matchLabels: selectorOf(spec.name, 'service') },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [
      { from: [{ namespaceSelector: {} }], ports: port },
      ...[
        ...admittedNamespaces(spec, platform),
        prometheusNamespace(platform),
      ].map(namespace => ({ from: [podsIn(namespace)], ports: port })),
    ],
    egress: [
      ...(keepsStore(spec)
        ? [{ to: [podsOf(spec.name, 'store')], ports: storePort() }]
        : []),
      ...spec.egress.map(callee => ({
        to: [placeOf(callee)],
        ports: [{ protocol: callee.protocol, port: callee.port }],
      })),
    ],
  });
}

/** Only the service reaches its store. */
export function allowStore({ name }: ServiceSpec): Typed<'NetworkPolicy'> {
  return policy(name, nameOf(name, 'store'), 'store', {
    podSelector: { matchLabels: selectorOf(name, 'store') },
    policyTypes: ['Ingress'],
    ingress: [{ from: [podsOf(name, 'service')], ports: storePort() }],
  });
}

/** Namespace in which Prometheus runs, from its address `http://<service>.<namespace>…`. */
export function prometheusNamespace({
  prometheusAddress,
}: PlatformFacts): string {
  const host = /^\w+:\/\/([^:/]+)/.exec(prometheusAddress)?.[1] ?? '';
  return host.split('.')[1] ?? 'monitoring';
}

function podsIn(namespace: string) {
  return {
    namespaceSelector: { matchLabels: { [LABELS.namespaceName]: namespace } },
  };
}

function podsOf(service: string, component: Component) {
  return { podSelector: { matchLabels: selectorOf(service, component) } };
}

function placeOf({ namespace, cidr }: ServiceSpec['egress'][number]) {
  // The schema wants one of the two.
  return cidr === undefined ? podsIn(namespace ?? '') : { ipBlock: { cidr } };
}

function storePort() {
  return [{ protocol: 'TCP' as const, port: STORE.port }];
}

function policy(
  service: string,
  name: string,
  component: Component,
  spec: Typed<'NetworkPolicy'>['spec'],
): Typed<'NetworkPolicy'> {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: metadataOf({ service, name, component, wave: 'first' }),
    spec,
  };
}
