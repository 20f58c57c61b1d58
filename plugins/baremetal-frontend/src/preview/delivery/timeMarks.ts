import type { DrawnSpan } from './canaryPlan';

/** A moment under the picture: minutes since the beginning, or since a person last said go. */
export interface TimeMark {
  /** In percent of the picture's width. */
  readonly at: number;
  readonly minutes: number;
  readonly afterGo: boolean;
}

/** A label needs about as much of the picture's width, in percent. */
const LEAST_GAP = 13;

/** The beginning, each change of weight and each go of a person, as far as there is room for their labels. */
export function timeMarks(drawn: readonly DrawnSpan[]): TimeMark[] {
  const marks: TimeMark[] = [{ at: 0, minutes: 0, afterGo: false }];
  let minutes = 0;
  let afterGo = false;
  for (const [i, span] of drawn.entries()) {
    const isGo = span.minutes === undefined;
    minutes = span.minutes === undefined ? 0 : minutes + span.minutes;
    afterGo ||= isGo;
    const changes = drawn[i + 1]?.weight !== span.weight;
    const last = marks[marks.length - 1];
    if (isGo || (changes && span.to - (last?.at ?? 0) >= LEAST_GAP)) {
      marks.push({ at: span.to, minutes: Math.round(minutes), afterGo });
    }
  }
  return marks;
}
