import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { LABELS } from '../constants';
import type { ServiceSpec } from '../spec/serviceSpec';
import { isScaled } from '../spec/workload';
import { labelsOf, metadataOf, selectorOf } from './metadata';
import { podSpec } from './podSpec';
import { strategyOf } from './strategy/strategyOf';
import type { Typed } from './typed';

/** The service under the Rollouts controller: canary, blue/green or A/B. */
export function rollout(
  spec: ServiceSpec,
  platform: PlatformFacts,
): Typed<'Rollout'> {
  const { delivery, name } = spec;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: metadataOf({ service: name, name, wave: 'last' }),
    spec: {
      ...(!isScaled(spec) && { replicas: spec.environments[0]!.replicas }),
      revisionHistoryLimit: 3,
      // Going back to one of the last versions is not tried out again, step by step.
      rollbackWindow: { revisions: 3 },
      minReadySeconds: delivery.minReadySeconds,
      progressDeadlineSeconds: delivery.progressDeadlineSeconds,
      progressDeadlineAbort: true,
      selector: { matchLabels: selectorOf(name, 'service') },
      template: {
        metadata: { labels: labelsOf(name) },
        spec: podSpec(spec, platform, LABELS.rolloutHash),
      },
      strategy: strategyOf(spec, platform),
    },
  };
}
