import type { RunningMetrics } from './ports';
import { startMetrics } from './startMetrics';

const NOW = Date.parse('2026-11-22T14:00:00Z');
let metrics: RunningMetrics;

const rate = (matchers: string) =>
  `sum(rate(http_requests_total{namespace="shop-prod",${matchers}}[2m]))`;
const success = (pod: string) =>
  `${rate(`pod=~"${pod}-.*",code!~"5.."`)} / ${rate(`pod=~"${pod}-.*"`)}`;
const p95 = (pod: string) =>
  `histogram_quantile(0.95, sum by (le) (rate(http_request_duration_seconds_bucket{namespace="shop-prod",pod=~"${pod}-.*"}[2m])))`;

const valueOf = (text: string) => metrics.query(text)[0]?.value;

async function ask(path: string, parameters: Record<string, string>) {
  const query = new URLSearchParams(parameters);
  const response = await fetch(`${metrics.url}${path}?${query}`);
  return { status: response.status, body: await response.json() };
}

describe('startMetrics', () => {
  beforeEach(async () => {
    metrics = await startMetrics({
      cluster: 'prod',
      now: () => NOW,
      series: () => [
        { name: 'drbd_device_quorum', labels: { name: 'pvc-1' }, value: 0 },
        { name: 'drbd_device_quorum', labels: { name: 'pvc-2' }, value: 1 },
      ],
    });
    const key = { namespace: 'shop-prod', service: 'shop' };
    metrics.setBehaviour(
      { ...key, podHash: 'bad77' },
      { successRate: 0.9, p95Seconds: 0.8, requestRate: 5 },
    );
    metrics.setBehaviour(
      { ...key, podHash: 'idle1' },
      { successRate: undefined, p95Seconds: undefined, requestRate: 0 },
    );
    metrics.setBehaviour({ ...key, podHash: 'gone1' }, 'missing');
    metrics.setBehaviour(key, {
      successRate: 0.999,
      p95Seconds: 0.1,
      requestRate: 50,
    });
  });
  afterEach(() => metrics.stop());

  it('answers what was scripted for each version, with a little unrest', () => {
    expect(valueOf(success('shop-bad77'))).toBeCloseTo(0.9, 1);
    expect(valueOf(success('shop-other'))).toBeCloseTo(0.999, 2);
    expect(Math.abs(valueOf(p95('shop-bad77'))! - 0.8)).toBeLessThan(0.03);
    expect(Math.abs(valueOf(p95('shop-other'))! - 0.1)).toBeLessThan(0.01);
  });

  it('has no number without requests, and no series without a scrape', () => {
    expect(valueOf(success('shop-idle1'))).toBeNaN();
    expect(valueOf(p95('shop-idle1'))).toBeNaN();
    expect(metrics.query(success('shop-gone1'))).toEqual([]);
  });

  it('takes a service that nobody scripted for a healthy one', () => {
    const text = success('x').replaceAll('shop-prod', 'new-dev');
    expect(valueOf(text)).toBeGreaterThan(0.99);
  });

  it.each<[string, number | undefined]>([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * -3', -9],
    ['vector(4) > 5', undefined],
    ['(vector(4) > 5) or vector(0)', 0],
    ['min(drbd_device_quorum{name="pvc-1"})', 0],
    ['sum(drbd_device_quorum)', 1],
    ['count(drbd_device_quorum{name=~"pvc-.*"})', 2],
    ['max by (name) (drbd_device_quorum{name!="pvc-1"})', 1],
    ['max(drbd_resource_suspended)', undefined],
    ['clamp_max(vector(3), 1)', 1],
    ['increase(http_requests_total{namespace="a"}[1m]) * 0 + 2', 2],
  ])('%s is %s', (text, expected) => {
    expect(valueOf(text)).toBe(expected);
  });

  it('speaks the HTTP API: numbers as text, NaN too', async () => {
    const { body } = await ask('/api/v1/query', {
      query: 'vector(0) / vector(0)',
    });
    expect(body).toEqual({
      status: 'success',
      data: {
        resultType: 'vector',
        result: [{ metric: {}, value: [NOW / 1000, 'NaN'] }],
      },
    });
  });

  it('answers a range point by point', async () => {
    const { body } = await ask('/api/v1/query_range', {
      query: 'drbd_device_quorum{name="pvc-2"}',
      start: '100',
      end: '160',
      step: '30s',
    });
    expect(body.data.result).toEqual([
      {
        metric: { __name__: 'drbd_device_quorum', name: 'pvc-2' },
        values: [
          [100, '1'],
          [130, '1'],
          [160, '1'],
        ],
      },
    ]);
  });

  it.each(['sum(', 'foo{a=b}', 'rate(x)', 'nonsense(x)', 'x[5m]', 'a ~ b'])(
    'refuses %s as bad data',
    async query => {
      const { status, body } = await ask('/api/v1/query', { query });
      expect(status).toBe(400);
      expect(body).toMatchObject({ status: 'error', errorType: 'bad_data' });
    },
  );

  it('can be out of order', async () => {
    metrics.setServer('failing');
    expect((await ask('/api/v1/query', { query: '1' })).status).toBe(503);
  });
});
