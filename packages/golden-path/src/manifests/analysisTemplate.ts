import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceSpec } from '../spec/serviceSpec';
import { metadataOf } from './metadata';
import type { Named } from './named';
import { errorRatio, latencyQuantile } from './serviceLevel';
import { previewName } from './strategy/blueGreenServices';
import type { Typed } from './typed';

type Analysis = NonNullable<ServiceSpec['delivery']['analysis']>;

/** Window of the rates: four scrapes of 30 seconds, so that one missed scrape leaves a value. */
const WINDOW = '2m';

/** Used when a step asks for an analysis and nothing says how strict it is. */
const DEFAULT_ANALYSIS: Analysis = {
  successRate: 0.99,
  p95LatencyMs: 250,
  interval: '30s',
  count: 5,
  failureLimit: 2,
};

/** A question to Prometheus, and the limit that its answer must keep. */
interface Question {
  readonly name: string;
  readonly query: string;
  readonly limit: number;
  /** The side of the limit that is good; the limit itself is. */
  readonly goodIs: 'above' | 'below';
}

/** Compares the pods of the new version with what the service promises. */
export function analysisTemplate(
  spec: ServiceSpec,
  platform: PlatformFacts,
): Typed<'AnalysisTemplate'> {
  const { successRate, p95LatencyMs, custom } = analysisOf(spec);
  const pods = newPodsOf(spec);
  return template(spec, platform, {
    name: spec.name,
    questions: [
      {
        name: 'success-rate',
        query: `1 - (${errorRatio(pods, WINDOW)})`,
        limit: successRate,
        goodIs: 'above',
      },
      {
        name: 'p95-latency',
        query: latencyQuantile(pods, WINDOW, 0.95),
        limit: p95LatencyMs / 1000,
        goodIs: 'below',
      },
      ...(custom ? [{ name: 'custom', ...custom }] : []),
    ],
  });
}

/** What can be asked of a version without callers: whether each of its pods answers Prometheus. */
export function previewAnalysis(
  spec: ServiceSpec,
  platform: PlatformFacts,
): Named[] {
  if (spec.delivery.strategy !== 'blueGreen') return [];
  return [
    [
      'analysistemplate-preview',
      template(spec, platform, {
        name: previewName(spec.name),
        questions: [
          {
            name: 'pods-answer',
            query: `min(up{${newPodsOf(spec)}})`,
            limit: 1,
            goodIs: 'above',
          },
        ],
      }),
    ],
  ];
}

export function analysisOf({ delivery }: ServiceSpec): Analysis {
  return delivery.analysis ?? DEFAULT_ANALYSIS;
}

function newPodsOf({ name }: ServiceSpec): string {
  return (
    `namespace="{{args.namespace}}",` + `pod=~"${name}-{{args.canary-hash}}-.*"`
  );
}

function template(
  spec: ServiceSpec,
  platform: PlatformFacts,
  { name, questions }: { name: string; questions: readonly Question[] },
): Typed<'AnalysisTemplate'> {
  const { interval, count, failureLimit } = analysisOf(spec);
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AnalysisTemplate',
    metadata: metadataOf({ service: spec.name, name, wave: 'middle' }),
    spec: {
      args: [{ name: 'canary-hash' }, { name: 'namespace' }],
      metrics: questions.map(question => ({
        name: question.name,
        interval,
        initialDelay: interval,
        count,
        failureLimit,
        inconclusiveLimit: failureLimit,
        consecutiveErrorLimit: 4,
        ...conditionsOf(question),
        provider: {
          prometheus: {
            address: platform.prometheusAddress,
            query: question.query,
          },
        },
      })),
    },
  };
}

function conditionsOf({ limit, goodIs }: Question) {
  const [good, bad] = goodIs === 'above' ? ['>=', '<'] : ['<=', '>'];
  return {
    successCondition: guarded(`result[0] ${good} ${limit}`),
    failureCondition: guarded(`result[0] ${bad} ${limit}`),
  };
}

// Neither condition holds without data: the measurement is inconclusive and the version waits for a person, instead
// of passing a silent one or aborting a healthy one.
function guarded(condition: string): string {
  return `len(result) > 0 && !isNaN(result[0]) && ${condition}`;
}
