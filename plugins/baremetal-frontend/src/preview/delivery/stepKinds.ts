import type { StepData } from '../formData';

export type StepKind = 'weight' | 'wait' | 'person' | 'analysis';

export const STEP_KINDS: readonly StepKind[] = [
  'weight',
  'wait',
  'person',
  'analysis',
];

export function kindOf(step: StepData): StepKind {
  if ('setWeight' in step) return 'weight';
  if ('analysis' in step) return 'analysis';
  return step.pause.duration === undefined ? 'person' : 'wait';
}

/** A step of a kind, with a value that does for a start. */
export function newStep(kind: StepKind): StepData {
  switch (kind) {
    case 'weight':
      return { setWeight: 50 };
    case 'wait':
      return { pause: { duration: '5m' } };
    case 'person':
      return { pause: {} };
    case 'analysis':
      return { analysis: true };
  }
}
