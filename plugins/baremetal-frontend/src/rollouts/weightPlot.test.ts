import { rollouts } from '../__fixtures__/rollouts';
import { ago, NOW } from '../__fixtures__/time';
import { weightPlot } from './weightPlot';

function detailOf(environment: string) {
  const column = rollouts.environments.find(
    one => one.environment === environment,
  );
  const detail = column?.reading.ok ? column.reading.value[0] : undefined;
  if (!detail) {
    throw new Error(`no rollout in ${environment}`);
  }
  return detail;
}

describe('weightPlot', () => {
  it('lays the spans end to end, from the first weight to now', () => {
    const plot = weightPlot(detailOf('stage'), NOW);
    const [first, second] = plot?.bars ?? [];
    expect(plot?.bars.map(bar => bar.weight)).toEqual([5, 20]);
    expect(first?.x).toBe(0);
    expect((first?.x ?? 0) + (first?.width ?? 0)).toBeCloseTo(second?.x ?? -1);
    expect((second?.x ?? 0) + (second?.width ?? 0)).toBeCloseTo(
      plot?.now ?? -1,
    );
    expect(plot?.now).toBeLessThan(100);
  });

  it('puts steps and measurements where they happened', () => {
    const plot = weightPlot(detailOf('stage'), NOW);
    expect(plot?.steps.map(step => step.number)).toEqual([1, 2, 3, 4]);
    expect(plot?.marks).toHaveLength(10);
    for (const { x } of plot?.marks ?? []) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThanOrEqual(plot?.now ?? 0);
    }
  });

  it('leaves out what was before the first weight that it knows', () => {
    const detail = {
      ...detailOf('stage'),
      weights: [{ from: ago(30, 'min'), weight: 20 }],
    };
    const plot = weightPlot(detail, NOW);
    expect(plot?.steps.map(step => step.number)).toEqual([3, 4]);
    expect(plot?.marks.map(mark => mark.at)).toEqual([
      ago(29, 'min'),
      ago(29, 'min'),
    ]);
  });

  it('has nothing to draw without weights', () => {
    expect(weightPlot(detailOf('dev'), NOW)).toBeUndefined();
  });

  it('draws what was aborted long ago as it was then', () => {
    const plot = weightPlot(
      {
        ...detailOf('prod'),
        weights: [
          { from: ago(300, 'min'), until: ago(290, 'min'), weight: 20 },
          { from: ago(290, 'min'), weight: 0 },
        ],
      },
      NOW,
    );
    expect(plot?.until).toBe(ago(280, 'min'));
    expect(plot?.bars[0]?.width).toBeGreaterThan(40);
  });

  it('draws a rollout that started this very moment', () => {
    const detail = {
      ...detailOf('stage'),
      weights: [{ from: NOW, weight: 5 }],
    };
    const [bar] = weightPlot(detail, NOW)?.bars ?? [];
    expect(bar?.width).toBeGreaterThan(0);
  });
});
