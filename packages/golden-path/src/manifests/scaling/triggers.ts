import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { APP_CONTAINER } from '../../constants';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { latencyQuantile } from '../serviceLevel';
import type { IScaleTriggers } from '../typed';

type Keda = Extract<ServiceSpec['scaling'], { kind: 'keda' }>;
export type TriggerAnswers = Keda['triggers'][number];

/** Stands in a query of one's own for the environment's namespace. */
const NAMESPACE_PLACEHOLDER = '{{namespace}}';

/** Window of the latency: four scrapes, so that one missed scrape leaves a value. */
const WINDOW = '2m';

/** One trigger of a ScaledObject, as it is in this namespace. */
export function triggerOf(
  trigger: TriggerAnswers,
  namespace: string,
  platform: PlatformFacts,
): IScaleTriggers {
  switch (trigger.type) {
    case 'queue':
      return prometheus(platform, {
        // Of the whole queue: KEDA divides it by the number of pods.
        metricType: 'AverageValue',
        query: queryOf(trigger, namespace)!,
        threshold: trigger.perPod,
      });
    case 'latency':
      return prometheus(platform, {
        // The same for any number of pods, so it is not to be divided by it.
        metricType: 'Value',
        query: queryOf(trigger, namespace)!,
        threshold: trigger.p95Ms,
      });
    case 'cron':
      return {
        type: 'cron',
        metadata: {
          timezone: trigger.timeZone,
          start: trigger.start,
          end: trigger.end,
          desiredReplicas: String(trigger.replicas),
        },
      };
    case 'cpu':
    case 'memory':
      return {
        type: trigger.type,
        metricType: 'Utilization',
        metadata: { value: String(trigger.utilization) },
      };
  }
}

/** What a trigger asks Prometheus in this namespace; `undefined` when it asks something else. */
export function queryOf(
  trigger: TriggerAnswers,
  namespace: string,
): string | undefined {
  switch (trigger.type) {
    case 'queue':
      return trigger.query.split(NAMESPACE_PLACEHOLDER).join(namespace);
    case 'latency':
      // Without a request there is no latency, which is not a number and is to count as none.
      return `1000 * ${latencyQuantile(
        `namespace="${namespace}",container="${APP_CONTAINER}"`,
        WINDOW,
        0.95,
      )} >= 0 or vector(0)`;
    case 'cron':
    case 'cpu':
    case 'memory':
      return undefined;
  }
}

function prometheus(
  { prometheusAddress }: PlatformFacts,
  options: {
    metricType: 'AverageValue' | 'Value';
    query: string;
    threshold: number;
  },
): IScaleTriggers {
  const { metricType, query, threshold } = options;
  return {
    type: 'prometheus',
    metricType,
    metadata: {
      serverAddress: prometheusAddress,
      query,
      threshold: String(threshold),
    },
  };
}
