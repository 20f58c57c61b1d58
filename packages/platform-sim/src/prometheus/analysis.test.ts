import { planAnswers } from '@baremetal/golden-path';
import { parseAllDocuments } from 'yaml';
import { simulatedFacts } from '../platformFacts';
import type { ServiceBehaviour } from './ports';
import { startMetrics } from './startMetrics';

const HASH = '7c9d8b6f4';
const PLATFORM = simulatedFacts('https://git.example');

/** Queries of the analysis that is generated for a service, with its arguments filled in. */
function generatedQueries(): Record<string, string> {
  const planned = planAnswers(
    {
      name: 'orders',
      owner: 'group:default/shop',
      repo: { host: 'git.example', owner: 'shop', name: 'orders' },
      hardwareClass: 'compute',
      environments: [
        { name: 'dev', replicas: 2, cpu: '250m', memory: '256Mi' },
      ],
      delivery: {
        steps: [{ setWeight: 20 }, { analysis: true }, { setWeight: 50 }],
        analysis: {},
      },
    },
    PLATFORM,
  );
  if (!planned.ok) {
    throw new Error(JSON.stringify(planned.findings));
  }
  const templates = [...planned.plan.files.values()]
    .filter(text => text.includes('kind: AnalysisTemplate'))
    .flatMap(text => parseAllDocuments(text).map(document => document.toJS()));
  return Object.fromEntries(
    templates
      .filter(({ kind }) => kind === 'AnalysisTemplate')
      .flatMap(({ spec }) => spec.metrics)
      .map(({ name, provider }) => [
        name,
        provider.prometheus.query
          .replaceAll('{{args.namespace}}', 'orders-dev')
          .replaceAll('{{args.canary-hash}}', HASH),
      ]),
  );
}

/** What the analysis of a canary with this behaviour measures. */
async function measure(behaviour: ServiceBehaviour | 'missing') {
  const metrics = await startMetrics({ cluster: 'dev', now: () => 0 });
  const key = { namespace: 'orders-dev', service: 'orders' };
  metrics.setBehaviour(key, {
    successRate: 1,
    p95Seconds: 0.05,
    requestRate: 50,
  });
  metrics.setBehaviour({ ...key, podHash: HASH }, behaviour);
  const measured = Object.entries(generatedQueries()).map(([name, query]) => [
    name,
    metrics.query(query).map(({ value }) => value),
  ]);
  await metrics.stop();
  return Object.fromEntries(measured);
}

describe('the generated analysis', () => {
  it('measures the canary, and not the stable version', async () => {
    const measured = await measure({
      successRate: 0.9,
      p95Seconds: 0.4,
      requestRate: 5,
    });
    expect(measured['success-rate'][0]).toBeGreaterThan(0.88);
    expect(measured['success-rate'][0]).toBeLessThan(0.92);
    expect(measured['p95-latency'][0]).toBeGreaterThan(0.38);
    expect(measured['p95-latency'][0]).toBeLessThan(0.42);
  });

  it('has no number for a canary that nobody asks', async () => {
    const idle = { successRate: undefined, p95Seconds: undefined };
    expect(await measure({ ...idle, requestRate: 0 })).toEqual({
      'success-rate': [NaN],
      'p95-latency': [NaN],
    });
  });

  it('has no series for a canary that is not scraped', async () => {
    expect(await measure('missing')).toEqual({
      'success-rate': [],
      'p95-latency': [],
    });
  });
});
