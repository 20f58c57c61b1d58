import { PLATFORM, specOf } from '../rules/goodAnswers';
import { analysisTemplate } from './analysisTemplate';
import { prometheusRule } from './prometheusRule';

const metricsOf = (analysis: object): any[] =>
  (
    analysisTemplate(
      specOf({ delivery: { steps: [{ analysis: true }], analysis } }),
      PLATFORM,
    ).spec as any
  ).metrics;

const rulesOf = (special: Parameters<typeof specOf>[0]): any[] =>
  (prometheusRule(specOf(special)).spec as any).groups[0].rules;

describe('analysisTemplate', () => {
  it('asks for the share of good answers, the latency, and what was added', () => {
    const metrics = metricsOf({
      successRate: 0.995,
      p95LatencyMs: 300,
      custom: {
        query: 'sum(queue{pod=~".*{{args.canary-hash}}.*"})',
        limit: -0.5,
        goodIs: 'below',
      },
    });
    expect(
      metrics.map(({ name, successCondition, failureCondition }) => [
        name,
        successCondition,
        failureCondition,
      ]),
    ).toEqual([
      [
        'success-rate',
        'len(result) > 0 && !isNaN(result[0]) && result[0] >= 0.995',
        'len(result) > 0 && !isNaN(result[0]) && result[0] < 0.995',
      ],
      [
        'p95-latency',
        'len(result) > 0 && !isNaN(result[0]) && result[0] <= 0.3',
        'len(result) > 0 && !isNaN(result[0]) && result[0] > 0.3',
      ],
      [
        'custom',
        'len(result) > 0 && !isNaN(result[0]) && result[0] <= -0.5',
        'len(result) > 0 && !isNaN(result[0]) && result[0] > -0.5',
      ],
    ]);
    expect(metrics[2].provider.prometheus.query).toBe(
      'sum(queue{pod=~".*{{args.canary-hash}}.*"})',
    );
  });
});

describe('prometheusRule', () => {
  it('burns the budget of the promise, whatever the analysis asks', () => {
    const rules = rulesOf({
      slo: { availability: 0.999 },
      delivery: { analysis: { successRate: 0.9 } },
    });
    expect(
      rules.map(({ expr }) => /> ([\d.]+ \* [\d.]+) and/.exec(expr)?.[1]),
    ).toEqual(['14.4 * 0.001', '6 * 0.001', '1 * 0.001']);
  });

  it('leaves out what cannot happen: more than every request failing', () => {
    expect(
      rulesOf({ slo: { availability: 0.9 } }).map(
        ({ labels }) => labels.window,
      ),
    ).toEqual(['6h', '3d']);
  });
});
