import { APP_CONTAINER } from '../../constants';
import type { ServiceSpec } from '../../spec/serviceSpec';

/** Namespace that the reader of the dashboard has chosen. */
export const NAMESPACE = '$namespace';

/** Window of rates: Grafana makes it wide enough for the time that is shown. */
export const WINDOW = '$__rate_interval';

/** The service's own containers. */
export const CONTAINERS = `namespace="${NAMESPACE}",container="${APP_CONTAINER}"`;

/** Adds the hash of the version to each series of a pod. */
export function byVersion(spec: ServiceSpec, vector: string): string {
  return `label_replace(${vector}, "version", "$1", "pod", "${podPattern(
    spec,
  )}")`;
}

/** Pods of a ReplicaSet. Its hash has no vowels, so that pods of a store or a migration are not taken for it. */
export function podPattern({ name }: ServiceSpec): string {
  return `${name}-([bcdfghjklmnpqrstvwxz0-9]+)-[a-z0-9]{5}`;
}
