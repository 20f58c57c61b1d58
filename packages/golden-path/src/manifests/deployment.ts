import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { LABELS } from '../constants';
import type { ServiceSpec } from '../spec/serviceSpec';
import { isScaled } from '../spec/workload';
import { labelsOf, metadataOf, selectorOf } from './metadata';
import { podSpec } from './podSpec';
import type { Typed } from './typed';

/** Whether old and new pods would wait for each other: only one of them may have the claim. */
function sharesSingleWriter({ data }: ServiceSpec): boolean {
  return data.shape === 'sharedFiles' && data.accessMode !== 'ReadWriteMany';
}

/** A worker, or a service whose new versions arrive pod by pod: nobody divides requests between two versions. */
export function deployment(
  spec: ServiceSpec,
  platform: PlatformFacts,
): Typed<'Deployment'> {
  const { delivery, name } = spec;
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadataOf({ service: name, name, wave: 'last' }),
    spec: {
      ...(!isScaled(spec) && { replicas: spec.environments[0]!.replicas }),
      revisionHistoryLimit: 3,
      minReadySeconds: delivery.minReadySeconds,
      progressDeadlineSeconds: delivery.progressDeadlineSeconds,
      selector: { matchLabels: selectorOf(name, 'service') },
      strategy: sharesSingleWriter(spec)
        ? { type: 'Recreate' }
        : {
            type: 'RollingUpdate',
            rollingUpdate: {
              maxSurge: delivery.maxSurge,
              maxUnavailable: delivery.maxUnavailable,
            },
          },
      template: {
        metadata: { labels: labelsOf(name) },
        spec: podSpec(spec, platform, LABELS.deploymentHash),
      },
    },
  };
}
