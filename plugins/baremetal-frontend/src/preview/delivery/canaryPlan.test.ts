import {
  layOut,
  moveStep,
  parseMinutes,
  planSpans,
  summarizeSpans,
  weightRuns,
} from './canaryPlan';

describe('parseMinutes', () => {
  it.each([
    ['90s', 1.5],
    ['5m', 5],
    ['1h', 60],
    ['30', 0.5],
    ['soon', 0],
  ])('reads %s as %d min', (text, minutes) => {
    expect(parseMinutes(text)).toBe(minutes);
  });
});

describe('planSpans', () => {
  const analysis = {
    successRate: 0.99,
    p95LatencyMs: 250,
    interval: '1m',
    count: 5,
    failureLimit: 2,
  };

  it('lets a weight hold until the next step that takes time', () => {
    expect(
      planSpans(
        [
          { setWeight: 5 },
          { setWeight: 20 },
          { pause: { duration: '5m' } },
          { analysis: true },
          { setWeight: 50 },
          { pause: {} },
        ],
        analysis,
      ),
    ).toEqual([
      { weight: 20, minutes: 5, analysis: false },
      { weight: 20, minutes: 4, analysis: true },
      { weight: 50, minutes: undefined, analysis: false },
    ]);
  });

  it('counts what it takes by itself, and the people it needs', () => {
    const spans = planSpans(
      [
        { setWeight: 20 },
        { pause: { duration: '10m' } },
        { pause: {} },
        { pause: {} },
      ],
      undefined,
    );
    expect(summarizeSpans(spans)).toEqual({ minutes: 10, people: 2 });
  });
});

describe('weightRuns', () => {
  it('joins neighbours at one weight, with all that happens in them', () => {
    const spans = planSpans(
      [
        { setWeight: 20 },
        { pause: { duration: '5m' } },
        { analysis: true },
        { pause: {} },
        { setWeight: 50 },
        { pause: { duration: '5m' } },
      ],
      undefined,
    );
    expect(
      weightRuns(layOut(spans)).map(({ weight, analysis, person }) => ({
        weight,
        analysis,
        person,
      })),
    ).toEqual([
      { weight: 20, analysis: true, person: true },
      { weight: 50, analysis: false, person: false },
    ]);
  });
});

describe('moveStep', () => {
  const steps = [{ setWeight: 20 }, { analysis: true as const }];

  it('changes places with the neighbour, and does nothing at the ends', () => {
    expect(moveStep(steps, 1, -1)).toEqual([{ analysis: true }, steps[0]]);
    expect(moveStep(steps, 0, -1)).toBe(steps);
    expect(moveStep(steps, 1, 1)).toBe(steps);
  });
});
