import type { SecretStoreFacts } from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceSpec } from '../spec/serviceSpec';
import { metadataOf } from './metadata';
import type { Typed } from './typed';

/** Secret that holds the store's password under the key `password`. */
export function credentialsName(service: string): string {
  return `${service}-db-credentials`;
}

/** Where an environment's password lies in the secret store. */
export function credentialsKey(service: string, environment: string): string {
  return `services/${service}/${environment}/database`;
}

/** Brings the password from the secret store of the platform; nothing secret is ever written to the repository. */
export function externalSecret(
  spec: ServiceSpec,
  environment: string,
  store: SecretStoreFacts,
): Typed<'ExternalSecret'> {
  return {
    apiVersion: 'external-secrets.io/v1',
    kind: 'ExternalSecret',
    metadata: metadataOf({
      service: spec.name,
      name: credentialsName(spec.name),
      wave: 'first',
      component: 'store',
    }),
    spec: {
      refreshInterval: '1h0m0s',
      secretStoreRef: { kind: store.kind, name: store.name },
      target: { name: credentialsName(spec.name), creationPolicy: 'Owner' },
      data: [
        {
          secretKey: 'password',
          remoteRef: {
            key: credentialsKey(spec.name, environment),
            property: 'password',
          },
        },
      ],
    },
  };
}
