import { layOut, planSpans } from './canaryPlan';
import { timeMarks } from './timeMarks';

const marksOf = (steps: Parameters<typeof planSpans>[0]) =>
  timeMarks(layOut(planSpans(steps, undefined))).map(
    ({ minutes, afterGo }) => `${afterGo ? 'go + ' : ''}${minutes}`,
  );

describe('timeMarks', () => {
  it('counts anew after each go of a person', () => {
    expect(
      marksOf([
        { setWeight: 5 },
        { pause: { duration: '5m' } },
        { setWeight: 20 },
        { pause: {} },
        { setWeight: 50 },
        { pause: { duration: '10m' } },
      ]),
    ).toEqual(['0', '5', 'go + 0', 'go + 10']);
  });

  it('marks changes of weight only, and none where another is too near', () => {
    expect(
      marksOf([
        { setWeight: 5 },
        { pause: { duration: '5m' } },
        { pause: { duration: '5m' } },
        { setWeight: 50 },
        { pause: { duration: '1s' } },
        { setWeight: 80 },
        { pause: { duration: '10m' } },
      ]),
    ).toEqual(['0', '10', '20']);
  });

  it('keeps each mark inside of the picture', () => {
    const marks = timeMarks(
      layOut(planSpans([{ setWeight: 5 }, { pause: {} }], undefined)),
    );
    expect(marks.every(({ at }) => at >= 0 && at <= 100)).toBe(true);
  });
});
