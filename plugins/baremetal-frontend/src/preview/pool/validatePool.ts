import type { FieldValidation } from '@rjsf/utils';
import type { PoolAnswers } from '@baremetal/golden-path';
import { baremetalApiRef } from '../../api/BaremetalApi';
import { holdAll, reasonOf } from '../reasonOf';
import { translateIn } from '../translateIn';
import type { ValidationContext } from '../validate';
import { type PoolFormData, poolQuestion, provePool } from './poolProof';

type Field = Pick<FieldValidation, 'addError'>;

/** Holds a page while what is wrong is an answer of this name. */
export function holdPool(answer: keyof PoolAnswers) {
  return async (_value: unknown, field: Field, context: ValidationContext) => {
    const { proof, t } = await prove(context);
    for (const finding of proof.findings) {
      const { severity, path } = finding;
      if (severity === 'error' && path.split('.')[0] === answer) {
        field.addError(reasonOf(finding, proof, t));
      }
    }
  };
}

/** The last page is left only with what the action will accept, whatever page it was answered on. */
export async function validatePoolWarnings(
  acknowledged: readonly string[] | undefined,
  field: Field,
  context: ValidationContext,
) {
  const { proof, t } = await prove(context);
  holdAll(proof, { field, acknowledged }, t);
}

/** The whole pool. Clusters that are silent hold nobody: the task asks again. */
async function prove({ apiHolder, formData }: ValidationContext) {
  const api = apiHolder.get(baremetalApiRef);
  if (!api) throw new Error('The app has no API of the bare-metal plugin.');
  const form: PoolFormData = formData;
  const [platform, t] = await Promise.all([
    api.getPlatform(),
    translateIn(apiHolder),
  ]);
  const question = poolQuestion(form);
  const live = question && (await api.askFit(question).catch(() => undefined));
  return { proof: provePool(form, platform, live), t };
}
