import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { ARGO, GUARDED, LABELS } from '../constants';
import type { ServiceSpec } from '../spec/serviceSpec';
import { isScaled } from '../spec/workload';
import { claimTemplates } from './claims';
import {
  type Component,
  labelsOf,
  metadataOf,
  nameOf,
  selectorOf,
} from './metadata';
import { podSpec } from './podSpec';
import type { Typed } from './typed';

/**
 * The service itself as a StatefulSet, when each replica keeps its own files.
 *
 * A new version reaches the replicas from the highest number down to `partition`, which is the canary of a
 * StatefulSet: there are no weights, and `spec.delivery.steps` is not used. Each overlay names the number in its
 * `patch-workload.yaml`, so that every step is a pull request that somebody can look at: with 3 replicas, 2 lets the
 * new version reach the last one only, 1 the last two, 0 all of them. To go back is to name the former image again,
 * since a raised number does not take back what a lower one let through.
 */
export function serviceStatefulSet(
  spec: ServiceSpec,
  platform: PlatformFacts,
): Typed<'StatefulSet'> {
  return statefulSet(spec, 'service', {
    ...(!isScaled(spec) && { replicas: spec.environments[0]!.replicas }),
    minReadySeconds: spec.delivery.minReadySeconds,
    podManagementPolicy: 'OrderedReady',
    updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 0 } },
    template: {
      metadata: { labels: labelsOf(spec.name, 'service') },
      spec: podSpec(spec, platform, LABELS.statefulSetHash),
    },
  });
}

/** What every StatefulSet of ours has: its own claims, which outlive it. */
export function statefulSet(
  spec: ServiceSpec,
  component: Component,
  fields: Omit<
    NonNullable<Typed<'StatefulSet'>['spec']>,
    'selector' | 'serviceName' | 'volumeClaimTemplates'
  >,
): Typed<'StatefulSet'> {
  const name = nameOf(spec.name, component);
  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: metadataOf({
      service: spec.name,
      name,
      component,
      wave: 'last',
      annotations: { [ARGO.syncOptions]: GUARDED },
    }),
    spec: {
      serviceName: `${name}-headless`,
      revisionHistoryLimit: 3,
      selector: { matchLabels: selectorOf(spec.name, component) },
      persistentVolumeClaimRetentionPolicy: {
        whenDeleted: 'Retain',
        whenScaled: 'Retain',
      },
      ...fields,
      volumeClaimTemplates: claimTemplates(spec, component),
    },
  };
}
