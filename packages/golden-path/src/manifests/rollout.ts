import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { LABELS } from '../constants';
import type { ServiceSpec } from '../spec/serviceSpec';
import type { Manifest } from '../types';
import { labelsOf, metadataOf, selectorOf } from './metadata';
import { podSpec } from './podSpec';

/** A canary by share of replicas: without a router, the weight is how many of the pods are new. */
export function rollout(spec: ServiceSpec, platform: PlatformFacts): Manifest {
  const { delivery, name } = spec;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: metadataOf({ service: name, name, wave: 'last' }),
    spec: {
      replicas: spec.environments[0]!.replicas,
      revisionHistoryLimit: 3,
      minReadySeconds: delivery.minReadySeconds,
      progressDeadlineSeconds: delivery.progressDeadlineSeconds,
      progressDeadlineAbort: true,
      selector: { matchLabels: selectorOf(name, 'service') },
      template: {
        metadata: { labels: labelsOf(name) },
        spec: podSpec(spec, platform, LABELS.rolloutHash),
      },
      strategy: {
        canary: {
          stableService: `${name}-stable`,
          canaryService: `${name}-canary`,
          maxSurge: delivery.maxSurge,
          maxUnavailable: delivery.maxUnavailable,
          steps: delivery.steps.map(step =>
            'analysis' in step ? analysisStep(name) : step,
          ),
        },
      },
    },
  };
}

function analysisStep(service: string) {
  return {
    analysis: {
      templates: [{ templateName: service }],
      args: [
        {
          name: 'canary-hash',
          valueFrom: { podTemplateHashValue: 'Latest' },
        },
        {
          name: 'namespace',
          valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } },
        },
      ],
    },
  };
}
