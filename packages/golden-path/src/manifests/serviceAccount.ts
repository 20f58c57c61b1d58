import { type Component, metadataOf, nameOf } from './metadata';
import type { Typed } from './typed';

/** An identity of its own, so that rights given to one service are not given to its neighbours. */
export function serviceAccount(
  service: string,
  component: Component,
): Typed<'ServiceAccount'> {
  return {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: metadataOf({
      service,
      name: nameOf(service, component),
      component,
      wave: 'first',
    }),
    automountServiceAccountToken: false,
  };
}
