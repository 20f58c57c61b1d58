import type { FieldValidation } from '@rjsf/utils';
import { baremetalApiRef } from '../../api/BaremetalApi';
import { DEFAULT_ANALYSIS } from '../defaults';
import type { StepData } from '../formData';
import { prove } from '../prove';
import { reasonOf } from '../reasonOf';
import { translateIn } from '../translateIn';
import type { ValidationContext } from '../validate';

/** Any service: what is wrong with the steps is wrong for each. */
const IDENTITY = { name: 'any', owner: 'group:default/any' };

/** The steps are held against the rules of the golden path that are about steps alone. */
export async function validateCanary(
  steps: readonly StepData[] | undefined,
  field: Pick<FieldValidation, 'addError'>,
  { apiHolder }: Pick<ValidationContext, 'apiHolder'>,
) {
  const api = apiHolder.get(baremetalApiRef);
  if (!api || !steps || steps.length === 0) return;
  const platform = await api.getPlatform().catch(() => undefined);
  if (!platform) return;
  const t = await translateIn(apiHolder);
  const delivery = {
    strategy: 'canary',
    steps,
    analysis: DEFAULT_ANALYSIS,
  } as const;
  const proof = prove({ identity: IDENTITY, delivery }, platform, undefined);
  for (const finding of proof.findings) {
    const { severity, path } = finding;
    if (severity === 'error' && path.startsWith('delivery.steps')) {
      field.addError(reasonOf(finding, proof, t));
    }
  }
}
