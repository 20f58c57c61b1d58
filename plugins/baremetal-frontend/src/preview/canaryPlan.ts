import type { DeliveryData, StepData } from './formData';

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
  analysis: DeliveryData['analysis'],
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
