import { scaleTime } from 'd3-scale';
import type {
  MeasurementView,
  RolloutDetail,
  RolloutStepView,
  WeightSpan,
} from '@baremetal/backstage-plugin-baremetal-common';

/** A share of the new version over a part of the picture's width, in percent. */
export interface WeightBar {
  readonly x: number;
  readonly width: number;
  readonly weight: number;
}

export interface StepBar {
  readonly number: number;
  readonly state: RolloutStepView['state'];
  readonly x: number;
  readonly width: number;
}

/** The weight chart in percent of its width, ready to be drawn. */
export interface WeightPlot {
  readonly bars: readonly WeightBar[];
  readonly steps: readonly StepBar[];
  readonly marks: readonly {
    readonly at: string;
    readonly x: number;
    readonly outcome: MeasurementView['outcome'];
  }[];
  readonly ticks: readonly { readonly at: Date; readonly x: number }[];
  readonly now: number;
  /** The moment of the line: now, or less when the rollout ended long ago. */
  readonly until: string;
}

/** After the end of a rollout at least this much is drawn. */
const LEAST = 5 * 60_000;

/** Room right of "now", for its label. */
const FUTURE = 0.08;

/** Lays out what happened between the first known weight and now. */
export function weightPlot(
  detail: RolloutDetail,
  answeredAt: string,
): WeightPlot | undefined {
  const first = detail.weights[0];
  if (!first) {
    return undefined;
  }
  const begin = Date.parse(first.from);
  const now = rightEdge(detail, { begin, now: Date.parse(answeredAt) });
  const scale = scaleTime()
    .domain([begin, now + (now - begin) * FUTURE])
    .range([0, 100]);
  const x = (iso: string | undefined) =>
    clamp(scale(iso === undefined ? now : Date.parse(iso)));
  const bar = (span: { from: string; until?: string }) => ({
    x: x(span.from),
    width: Math.max(0, x(span.until) - x(span.from)),
  });
  return {
    bars: detail.weights.map((span: WeightSpan) => ({
      ...bar(span),
      weight: span.weight,
    })),
    steps: detail.steps
      .flatMap(({ number, state, startedAt, finishedAt }) =>
        startedAt === undefined
          ? []
          : [{ number, state, ...bar({ from: startedAt, until: finishedAt }) }],
      )
      .filter(step => step.width > 0),
    marks: marksOf(detail)
      .filter(mark => Date.parse(mark.at) >= begin)
      .map(mark => ({ ...mark, x: x(mark.at) })),
    ticks: scale.ticks(6).map(at => ({ at, x: scale(at) })),
    now: scale(now),
    until: new Date(now).toISOString(),
  };
}

/** Now; but what ended long ago is drawn as it was then, with as much after it as it took. */
function rightEdge(
  detail: RolloutDetail,
  times: { readonly begin: number; readonly now: number },
): number {
  const { begin, now } = times;
  const last = detail.weights[detail.weights.length - 1];
  const ended = detail.phase === 'aborted' || detail.phase === 'healthy';
  const lastChange = Date.parse(last?.from ?? '');
  const enough = lastChange + Math.max(LEAST, lastChange - begin);
  return Math.max(ended ? Math.min(now, enough) : now, begin + 60_000);
}

function marksOf(detail: RolloutDetail) {
  return detail.analyses.flatMap(analysis =>
    analysis.metrics.flatMap(metric =>
      metric.measurements.map(one => ({
        at: one.at,
        outcome: one.outcome,
      })),
    ),
  );
}

function clamp(percent: number): number {
  return Math.min(100, Math.max(0, percent));
}
