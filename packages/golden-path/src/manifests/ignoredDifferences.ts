import type { ServiceSpec } from '../spec/serviceSpec';
import { isScaled } from '../spec/workload';
import { scaleTarget } from './scaling/scaleTarget';
import type { IResourceIgnoreDifferences } from './typed';

/** Fields of one object that something else than Git decides. */
export type IgnoredDifference = IResourceIgnoreDifferences;

/** What Argo CD neither shows as a change nor sets back when it syncs. */
export function ignoredDifferences(spec: ServiceSpec): IgnoredDifference[] {
  return [...replicasOf(spec)];
}

// Git states no replicas, and the controllers write them in.
function replicasOf(spec: ServiceSpec): IgnoredDifference[] {
  if (!isScaled(spec)) return [];
  const { apiVersion, kind, name } = scaleTarget(spec);
  return [
    {
      group: apiVersion.split('/')[0]!,
      kind,
      name,
      jsonPointers: ['/spec/replicas'],
    },
  ];
}
