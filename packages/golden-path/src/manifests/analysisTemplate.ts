import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceSpec } from '../spec/serviceSpec';
import type { Manifest } from '../types';
import { metadataOf } from './metadata';
import { errorRatio, latencyQuantile } from './serviceLevel';

/** Window of the rates: four scrapes of 30 seconds, so that one missed scrape leaves a value. */
const WINDOW = '2m';

/** Used when a step asks for an analysis and nothing says how strict it is. */
const DEFAULT_ANALYSIS = {
  successRate: 0.99,
  p95LatencyMs: 250,
  interval: '30s',
  count: 5,
  failureLimit: 2,
};

/** Compares the pods of the new version with what the service promises. */
export function analysisTemplate(
  spec: ServiceSpec,
  platform: PlatformFacts,
): Manifest {
  const { name } = spec;
  const analysis = spec.delivery.analysis ?? DEFAULT_ANALYSIS;
  const pods =
    `namespace="{{args.namespace}}",` +
    `pod=~"${name}-{{args.canary-hash}}-.*"`;
  const metric = (
    metricName: string,
    query: string,
    holds: string,
    fails: string,
  ) => ({
    name: metricName,
    interval: analysis.interval,
    initialDelay: analysis.interval,
    count: analysis.count,
    failureLimit: analysis.failureLimit,
    inconclusiveLimit: analysis.failureLimit,
    consecutiveErrorLimit: 4,
    successCondition: guarded(holds),
    failureCondition: guarded(fails),
    provider: {
      prometheus: { address: platform.prometheusAddress, query },
    },
  });
  const latency = analysis.p95LatencyMs / 1000;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AnalysisTemplate',
    metadata: metadataOf({ service: name, name, wave: 'middle' }),
    spec: {
      args: [{ name: 'canary-hash' }, { name: 'namespace' }],
      metrics: [
        metric(
          'success-rate',
          `1 - (${errorRatio(pods, WINDOW)})`,
          `result[0] >= ${analysis.successRate}`,
          `result[0] < ${analysis.successRate}`,
        ),
        metric(
          'p95-latency',
          latencyQuantile(pods, WINDOW, 0.95),
          `result[0] <= ${latency}`,
          `result[0] > ${latency}`,
        ),
      ],
    },
  };
}

// Neither condition holds without data: the measurement is inconclusive and the canary waits for a person, instead
// of passing a silent version or aborting a healthy one.
function guarded(condition: string): string {
  return `len(result) > 0 && !isNaN(result[0]) && ${condition}`;
}
