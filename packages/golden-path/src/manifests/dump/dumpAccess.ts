import type {
  BackupFacts,
  SecretStoreFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { STORE } from '../../constants';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { metadataOf, nameOf, selectorOf } from '../metadata';
import type { Named } from '../named';
import type { Typed } from '../typed';

/** The keys of the object storage, from the secret store of the platform. */
export function dumpSecret(
  { name }: ServiceSpec,
  { secretStoreKey }: BackupFacts,
  store: SecretStoreFacts,
): Typed<'ExternalSecret'> {
  const secret = nameOf(name, 'dump');
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: metadata(name, secret),
    spec: {
      refreshInterval: '1h0m0s',
      secretStoreRef: { kind: store.kind, name: store.name },
      target: { name: secret, creationPolicy: 'Owner' },
      data: ['accessKeyId', 'secretAccessKey'].map(property => ({
        secretKey: property,
        remoteRef: { key: secretStoreKey, property },
      })),
    },
  };
}

/** The way to the store, into it, and to the object storage; each beside the policies that are there already. */
export function dumpPolicies(
  { name }: ServiceSpec,
  backup: BackupFacts,
): Named[] {
  const dump = { matchLabels: selectorOf(name, 'dump') };
  const store = { matchLabels: selectorOf(name, 'store') };
  const port = [{ protocol: 'TCP', port: STORE.port }];
  const policy = (file: string, suffix: string, spec: unknown): Named => [
    file,
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: metadata(name, `${nameOf(name, 'dump')}${suffix}`),
      spec,
    },
  ];
  return [
    policy('store-dump-networkpolicy', '', {
      podSelector: dump,
      policyTypes: ['Egress'],
      egress: [
        { to: [{ podSelector: store }], ports: port },
        // By port only: an address by name may be another one tomorrow.
        { ports: [{ protocol: 'TCP', port: portOf(backup.endpoint) }] },
      ],
    }),
    policy('store-dump-networkpolicy-store', '-store', {
      podSelector: store,
      policyTypes: ['Ingress'],
      ingress: [{ from: [{ podSelector: dump }], ports: port }],
    }),
  ];
}

/** Port of an http or https address. */
export function portOf(address: string): number {
  const [, scheme, port] = /^(\w+):\/\/[^/]*?(?::(\d+))?(?:\/|$)/.exec(
    address,
  ) ?? [undefined, 'https', undefined];
  if (port !== undefined) return Number(port);
  return scheme === 'http' ? 80 : 443;
}

function metadata(service: string, name: string) {
  return metadataOf({ service, name, component: 'dump', wave: 'first' });
}
