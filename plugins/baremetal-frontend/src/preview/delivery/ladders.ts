import { DEFAULT_STEPS } from '../defaults';
import type { StepData } from '../formData';

export type Ladder = 'careful' | 'usual' | 'quick';

/** Steps to begin with: how small the first share is, and how long it is watched. */
export const LADDERS: Record<Ladder, readonly StepData[]> = {
  careful: [
    { setWeight: 5 },
    { pause: { duration: '5m' } },
    { analysis: true },
    { setWeight: 20 },
    { pause: { duration: '10m' } },
    { analysis: true },
    { setWeight: 50 },
    { pause: { duration: '10m' } },
    { analysis: true },
  ],
  usual: [
    { setWeight: 20 },
    { pause: { duration: '5m' } },
    { analysis: true },
    { setWeight: 50 },
    { pause: { duration: '5m' } },
    { analysis: true },
  ],
  quick: DEFAULT_STEPS,
};

export const LADDER_NAMES: readonly Ladder[] = ['careful', 'usual', 'quick'];

/** The ladder that the steps are exactly, if they are one. */
export function ladderOf(steps: readonly StepData[]): Ladder | undefined {
  const text = JSON.stringify(steps);
  return LADDER_NAMES.find(name => JSON.stringify(LADDERS[name]) === text);
}
