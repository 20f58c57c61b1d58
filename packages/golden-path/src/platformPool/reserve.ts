import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { LABELS } from '../constants';
import { containerSecurity, podSecurity } from '../manifests/podSecurity';
import { resourcesOf } from '../manifests/resources';
import type { Manifest } from '../types';
import { poolMetadata, poolSelector, reserveName } from './poolNames';
import { hardwareClassOf, type PoolSpec } from './poolSpec';

/** Does nothing; what the kubelet runs in every pod anyway, so it is on each machine already. */
export const PAUSE_IMAGE = 'registry.k8s.io/pause:3.10.1';
/** User of the image, as that of any other that needs no file of its own. */
export const NOBODY = 65535;

/**
 * Below every pod, so that any of them takes the room when it needs it. Never preempts itself: placeholders that were
 * pushed out wait, which says that the reserve is in use.
 */
export function reservePriority({ name: pool }: PoolSpec): Manifest {
  const name = reserveName(pool);
  return {
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    metadata: poolMetadata({ pool, name, part: 'reserve', wave: 'first' }),
    value: -10,
    globalDefault: false,
    preemptionPolicy: 'Never',
    description: `Room of the pool ${pool} for pods that have to move when a machine dies.`,
  };
}

/** Placeholders as large as the largest pod, one a machine: what is free is a hole that such a pod fits in. */
export function reserveDeployment(
  spec: PoolSpec,
  { nodes, cpu, memory }: NonNullable<PoolSpec['reserve']>,
  { poolLabel }: Pick<PlatformFacts, 'poolLabel'>,
): Manifest {
  const { name: pool } = spec;
  const name = reserveName(pool);
  const metadata = poolMetadata({ pool, name, part: 'reserve', wave: 'last' });
  const selector = { matchLabels: poolSelector(name) };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata,
    spec: {
      replicas: nodes,
      revisionHistoryLimit: 3,
      selector,
      // There is no room for two sets of placeholders, and nobody misses one of them.
      strategy: { type: 'Recreate' },
      template: {
        metadata: { labels: metadata.labels },
        spec: {
          priorityClassName: name,
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          terminationGracePeriodSeconds: 0,
          securityContext: podSecurity(NOBODY),
          nodeSelector: { [poolLabel]: hardwareClassOf(spec) },
          affinity: {
            podAntiAffinity: {
              requiredDuringSchedulingIgnoredDuringExecution: [
                { topologyKey: LABELS.hostname, labelSelector: selector },
              ],
            },
          },
          containers: [
            {
              name: 'pause',
              image: PAUSE_IMAGE,
              resources: resourcesOf({ cpu, memory }),
              securityContext: containerSecurity(),
            },
          ],
        },
      },
    },
  };
}
