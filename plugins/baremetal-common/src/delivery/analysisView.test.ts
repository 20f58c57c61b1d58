import { failedRun, measurement, metric, run } from './__fixtures__/checkout';
import { failureWords, toAnalysisView } from './analysisView';
import { metricLimit, ruleWords } from './metricRule';
import { parseValue, toMetricView } from './metricView';

describe('metricLimit', () => {
  it.each([
    [
      'len(result) > 0 && !isNaN(result[0]) && result[0] >= 0.99',
      undefined,
      { value: 0.99, goodIsAbove: true, inclusive: true },
    ],
    [
      'result[0] <= 0.25',
      undefined,
      { value: 0.25, goodIsAbove: false, inclusive: true },
    ],
    [
      'result < 1e-2',
      undefined,
      { value: 0.01, goodIsAbove: false, inclusive: false },
    ],
    [
      undefined,
      'result[0] > 5',
      { value: 5, goodIsAbove: false, inclusive: true },
    ],
    [
      undefined,
      'len(result) > 0 && (result[0] < 0.95)',
      { value: 0.95, goodIsAbove: true, inclusive: true },
    ],
    [
      'asFloat(result) > 3',
      undefined,
      { value: 3, goodIsAbove: true, inclusive: false },
    ],
    ['len(result) > 0', undefined, undefined],
    ['all(result, # > 1)', undefined, undefined],
    [undefined, undefined, undefined],
  ])('reads %p, %p', (successCondition, failureCondition, limit) => {
    expect(metricLimit({ successCondition, failureCondition })).toEqual(limit);
  });
});

describe('ruleWords', () => {
  it.each([
    [metric(), 'at least 0.99, 2 misses allowed'],
    [
      metric({
        name: 'p95-seconds',
        successCondition: 'result[0] < 0.25',
        failureLimit: 0,
      }),
      'less than 250 ms, no miss allowed',
    ],
    [
      metric({
        successCondition: 'all(result, # > 1)',
        failureCondition: undefined,
        failureLimit: -1,
      }),
      'good when all(result, # > 1), misses do not fail it',
    ],
    [
      metric({
        successCondition: undefined,
        failureCondition: undefined,
        dryRun: true,
      }),
      'every value is good, only looked at, decides nothing',
    ],
  ])('%#', (row, words) => {
    expect(ruleWords(row)).toBe(words);
  });
});

it.each([
  ['[0.998]', 0.998],
  ['0.5', 0.5],
  ['[1,2]', 1],
  ['[]', undefined],
  ['[NaN]', undefined],
  ['NaN', undefined],
  ['', undefined],
  [undefined, undefined],
])('reads the value %p', (text, value) => {
  expect(parseValue(text)).toBe(value);
});

describe('toMetricView', () => {
  it('shows values, limit and words', () => {
    expect(toMetricView(metric())).toEqual({
      name: 'success-rate',
      rule: 'at least 0.99, 2 misses allowed',
      limit: { value: 0.99, goodIsAbove: true },
      status: { tone: 'ok', words: '2 of 2 good' },
      measurements: [
        { at: '2026-11-22T13:50:01Z', value: 0.996, outcome: 'good' },
        { at: '2026-11-22T13:53:01Z', value: 0.998, outcome: 'good' },
      ],
      words: 'Last 0.998, worst 0.996. No measurement missed the limit.',
    });
  });

  it('tells no data from undecided and from a fault', () => {
    const result = {
      phase: 'Inconclusive' as const,
      count: 3,
      successful: 0,
      failed: 0,
      inconclusive: 2,
      error: 1,
      measurements: [
        measurement('[]', 50, 'Inconclusive'),
        measurement('[NaN]', 51, 'Inconclusive'),
        {
          ...measurement(undefined, 52, 'Error'),
          message: 'index out of range: 0 (array length is 0)',
        },
        {
          ...measurement(undefined, 53, 'Error'),
          message: 'connection refused',
        },
        measurement('[0.5]', 54, 'Inconclusive'),
      ],
    };
    const view = toMetricView(metric({ result }));
    expect(view.measurements.map(({ outcome }) => outcome)).toEqual([
      'noData',
      'noData',
      'noData',
      'error',
      'inconclusive',
    ]);
    expect(
      toMetricView(
        metric({
          result: { ...result, measurements: result.measurements.slice(0, 3) },
        }),
      ),
    ).toMatchObject({
      status: { tone: 'wait', words: 'No data' },
      words: 'No number came back: without traffic there is nothing to judge.',
    });
  });
});

describe('toAnalysisView', () => {
  it('says why it failed in one line', () => {
    const view = toAnalysisView(failedRun());
    expect(view).toMatchObject({
      step: 4,
      phase: 'failed',
      status: { tone: 'bad', words: '1 of 1 metric failed' },
    });
    expect(view.metrics[0]?.words).toBe(
      'Last and worst 0.91. 3 measurements missed the limit.',
    );
    expect(failureWords(view)).toBe(
      'success-rate 0.91 < 0.99 in 3 of 5 measurements',
    );
  });

  it.each([
    ['' as const, 'pending', 'busy'],
    ['Pending' as const, 'pending', 'busy'],
    ['Running' as const, 'running', 'busy'],
    ['Error' as const, 'error', 'bad'],
    ['Inconclusive' as const, 'inconclusive', 'wait'],
  ])('knows the phase %p', (phase, expected, tone) => {
    expect(toAnalysisView(run({ phase }))).toMatchObject({
      phase: expected,
      status: { tone },
    });
  });
});
