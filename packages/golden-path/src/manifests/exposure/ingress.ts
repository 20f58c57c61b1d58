import type { ServiceSpec } from '../../spec/serviceSpec';
import { metadataOf } from '../metadata';
import { entryServiceOf } from './ways';
import type { Typed } from '../typed';

/**
 * The service's Ingress. Overlays add host name and TLS, with the controller's own certificate.
 *
 * The Rollouts controller makes a second one beside it for the new version, and sets the weight there.
 */
export function ingress(
  spec: ServiceSpec,
  className: string,
): Typed<'Ingress'> {
  const { name } = spec;
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: metadataOf({ service: name, name, wave: 'last' }),
    spec: {
      ingressClassName: className,
      rules: [
        {
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: {
                  service: {
                    name: entryServiceOf(spec),
                    port: { name: 'http' },
                  },
                },
              },
            ],
          },
        },
      ],
    },
  };
}
