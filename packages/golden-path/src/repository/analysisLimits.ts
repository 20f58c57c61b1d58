import { analysisOf } from '../manifests/analysisTemplate';
import type { ServiceSpec } from '../spec/serviceSpec';
import { blocks, code, fenced, list, oneLine } from './markdown';

/** What the pods of a new version must keep, and how often they are asked. */
export function describedAnalysis(spec: ServiceSpec): string {
  const analysis = analysisOf(spec);
  const { successRate, p95LatencyMs, interval, count, failureLimit, custom } =
    analysis;
  return blocks(
    'Of the pods of the new version alone:',
    list([
      `at least ${Number(
        (successRate * 100).toFixed(4),
      )} % of the requests succeed`,
      `95 of 100 requests are answered within ${p95LatencyMs} ms`,
      ...(custom
        ? [
            `the question of your own gives ${
              custom.goodIs === 'above' ? 'at least' : 'at most'
            } ${custom.limit}`,
          ]
        : []),
    ]),
    custom && fenced('promql', oneLine(custom.query)),
    `Each is asked ${count} times, every ${code(
      interval,
    )}, and may fail ${failureLimit} ${
      failureLimit === 1 ? 'time' : 'times'
    }. Without requests there is no answer, and a version that gives none waits for a person.`,
  );
}
