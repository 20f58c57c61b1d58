import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import type { FieldValidation } from '@rjsf/utils';
import { baremetalApiRef } from '../../api/BaremetalApi';
import { fitQuestion } from '../fitQuestion';
import type { CreateFormData } from '../formData';
import { prove } from '../prove';
import { holdAll } from '../reasonOf';
import { chosenTemplate } from '../templateOptions';
import { translateIn } from '../translateIn';
import type { ValidationContext } from '../validate';
import type { PreviewData } from './GoldenPathPreview';

export const previewSchema = makeFieldSchema({
  output: zod =>
    zod.object({
      acknowledged: zod
        .array(zod.string())
        .optional()
        .describe('Ids of warnings that are accepted'),
    }),
  uiOptions: zod =>
    zod.object({
      archetype: zod
        .enum(['service', 'worker', 'job'])
        .optional()
        .describe('What the template makes; a service when not said'),
    }),
});

/** The form goes on only with what the task will accept. Clusters that are silent hold nobody. */
export async function validatePreview(
  preview: PreviewData | undefined,
  field: Pick<FieldValidation, 'addError'>,
  { apiHolder, formData, uiSchema }: ValidationContext,
) {
  const api = apiHolder.get(baremetalApiRef);
  if (!api) return;
  const answers: CreateFormData = formData;
  const form = { ...answers, template: chosenTemplate(uiSchema, answers) };
  const [platform, t] = await Promise.all([
    api.getPlatform(),
    translateIn(apiHolder),
  ]);
  const live = await api
    .askFit(fitQuestion(form, platform))
    .catch(() => undefined);
  const acknowledged = [
    ...(preview?.acknowledged ?? []),
    ...(form.repository?.acknowledged ?? []),
  ];
  holdAll(prove(form, platform, live), { field, acknowledged }, t);
}
