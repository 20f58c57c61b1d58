import { DEFAULT_ANALYSIS } from '../defaults';
import type { DeliveryData, StepData } from '../formData';

/** Other steps; with a measurement among them, what is measured is answered too. */
export function withSteps(
  { analysis }: DeliveryData,
  steps: readonly StepData[],
): Partial<DeliveryData> {
  return {
    steps,
    analysis: steps.some(step => 'analysis' in step)
      ? analysis ?? DEFAULT_ANALYSIS
      : analysis,
  };
}
