import type { AnalysisData, StepData } from '../formData';

/** A stretch of the canary at one weight. `minutes` absent: until a person says go. */
export interface PlannedSpan {
  readonly weight: number;
  readonly minutes: number | undefined;
  readonly analysis: boolean;
}

const UNIT_MINUTES: Record<string, number> = { s: 1 / 60, m: 1, h: 60 };

/** `90s`, `5m`, `1h` or bare seconds, in minutes. */
export function parseMinutes(duration: string): number {
  const match = /^(\d+)(s|m|h)?$/.exec(duration);
  return match ? Number(match[1]) * (UNIT_MINUTES[match[2] ?? 's'] ?? 0) : 0;
}

/** The steps as weights over time. What takes no time of its own (setting a weight) starts the next span. */
export function planSpans(
  steps: readonly StepData[],
  analysis: AnalysisData | undefined,
): PlannedSpan[] {
  const spans: PlannedSpan[] = [];
  let weight = 0;
  for (const step of steps) {
    if ('setWeight' in step) {
      weight = step.setWeight;
    } else if ('pause' in step) {
      const { duration } = step.pause;
      spans.push({
        weight,
        minutes: duration === undefined ? undefined : parseMinutes(duration),
        analysis: false,
      });
    } else {
      const minutes = analysis
        ? (analysis.count - 1) * parseMinutes(analysis.interval)
        : 0;
      spans.push({ weight, minutes: Math.max(minutes, 0.1), analysis: true });
    }
  }
  return spans;
}

/** Minutes the plan takes by itself, and how often a person must say go. */
export function summarizeSpans(spans: readonly PlannedSpan[]): {
  minutes: number;
  people: number;
} {
  return {
    minutes: Math.round(
      spans.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    ),
    people: spans.filter(({ minutes }) => minutes === undefined).length,
  };
}

export interface DrawnSpan extends PlannedSpan {
  /** In percent of the picture's width. */
  readonly from: number;
  readonly to: number;
}

/** A stretch is never narrower than its label needs. */
const LEAST_SHARE = 1 / 9;

/** Widths in percent of the picture; the last bit is left for "finished". A wait for a person is drawn a sixth wide. */
export function layOut(spans: readonly PlannedSpan[]): DrawnSpan[] {
  const known =
    spans.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0) || 1;
  const lengths = spans.map(({ minutes }) =>
    Math.max(minutes ?? known / 6, known * LEAST_SHARE),
  );
  const total = lengths.reduce((sum, length) => sum + length, 0) * 1.1;
  let from = 0;
  return spans.map((span, i) => {
    const width = ((lengths[i] ?? 0) / total) * 100;
    const drawn = { ...span, from, to: from + width };
    from += width;
    return drawn;
  });
}

/** Neighbours at one weight, which are one to look at. */
export interface WeightRun {
  readonly weight: number;
  readonly from: number;
  readonly to: number;
  readonly analysis: boolean;
  /** Part of it ends only when a person says go. */
  readonly person: boolean;
}

export function weightRuns(drawn: readonly DrawnSpan[]): WeightRun[] {
  const runs: WeightRun[] = [];
  for (const { weight, from, to, analysis, minutes } of drawn) {
    const last = runs[runs.length - 1];
    const run = { weight, from, to, analysis, person: minutes === undefined };
    if (last?.weight === weight) {
      runs[runs.length - 1] = {
        ...run,
        from: last.from,
        analysis: last.analysis || run.analysis,
        person: last.person || run.person,
      };
    } else {
      runs.push(run);
    }
  }
  return runs;
}

/** The steps with one of them a place further up (-1) or down (1); the same when there is no such place. */
export function moveStep(
  steps: readonly StepData[],
  index: number,
  by: -1 | 1,
): readonly StepData[] {
  const step = steps[index];
  const other = steps[index + by];
  if (step === undefined || other === undefined) return steps;
  const moved = [...steps];
  moved[index] = other;
  moved[index + by] = step;
  return moved;
}
