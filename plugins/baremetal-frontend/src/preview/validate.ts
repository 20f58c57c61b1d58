import type { ApiHolder } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { FieldValidation } from '@rjsf/utils';
import { baremetalApiRef } from '../api/BaremetalApi';
import { fitQuestion } from './fitQuestion';
import type {
  CreateFormData,
  DeliveryData,
  FormPage,
  IdentityData,
  RepositoryData,
  RuntimeData,
} from './formData';
import { isInCatalog } from './isInCatalog';
import { errorsOf, prove, unacknowledged } from './prove';
import { chosenTemplate } from './templateOptions';
import { translateIn } from './translateIn';

type Field = Pick<FieldValidation, 'addError'>;

/** What the stepper knows when it asks whether a page may be left. */
export interface ValidationContext {
  readonly apiHolder: ApiHolder;
  readonly formData: object;
  readonly uiSchema?: object;
}

/** Page 1 is left only with a name and an owner that can become those of a service, and with a name that is free. */
export async function validateIdentity(
  identity: IdentityData | undefined,
  field: Field,
  context: ValidationContext,
) {
  const t = await translateIn(context.apiHolder);
  if (!identity?.name) field.addError(t('create.validation.name'));
  if (!identity?.owner) field.addError(t('create.validation.owner'));
  if (!identity?.name || !identity.owner) return;
  const errors = await hold('identity', {
    field,
    context,
    answers: { identity },
  });
  if (errors === 0 && (await isTaken(identity.name, context))) {
    field.addError(t('create.validation.taken', { name: identity.name }));
  }
}

/** A catalog that does not answer holds nobody: the task asks again. An existing repository may be in it by right. */
async function isTaken(name: string, context: ValidationContext) {
  const catalog = context.apiHolder.get(catalogApiRef);
  if (!catalog) return false;
  if (chosenTemplate(context.uiSchema, context.formData).existing) return false;
  return isInCatalog(catalog, name).catch(() => false);
}

export async function validateRuntime(
  runtime: RuntimeData | undefined,
  field: Field,
  context: ValidationContext,
) {
  await hold('runtime', { field, context, answers: { runtime } });
}

export async function validateDelivery(
  delivery: DeliveryData | undefined,
  field: Field,
  context: ValidationContext,
) {
  await hold('delivery', { field, context, answers: { delivery } });
}

/** The last page is left only with what the task will accept, whatever page it was answered on. */
export async function validateRepository(
  repository: RepositoryData | undefined,
  field: Field,
  context: ValidationContext,
) {
  const known = await gather(context, { repository });
  if (!known) return;
  const { form, platform, live } = known;
  const t = await translateIn(context.apiHolder);
  const proof = prove(form, platform, live);
  const errors = proof.findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    field.addError(t('create.validation.errors', { ids: idsOf(errors) }));
    return;
  }
  const open = unacknowledged(proof, repository?.acknowledged);
  if (open.length > 0) {
    field.addError(t('create.validation.warnings', { ids: idsOf(open) }));
  }
}

/** Stays on a page while its own answers are wrong, and counts them. What later pages may still mend does not hold it. */
async function hold(
  page: FormPage,
  asked: { field: Field; context: ValidationContext; answers: CreateFormData },
): Promise<number> {
  const known = await gather(asked.context, asked.answers);
  if (!known) return 0;
  const errors = errorsOf(page, known.form, known);
  if (errors.length > 0) {
    const t = await translateIn(asked.context.apiHolder);
    asked.field.addError(t('create.validation.page', { ids: idsOf(errors) }));
  }
  return errors.length;
}

/** The form, and what platform and clusters say of it. Clusters that are silent hold nobody: the task asks again. */
async function gather(context: ValidationContext, answers: CreateFormData) {
  const api = context.apiHolder.get(baremetalApiRef);
  if (!api) return undefined;
  const form: CreateFormData = {
    ...context.formData,
    ...answers,
    template: chosenTemplate(context.uiSchema, context.formData),
  };
  const platform = await api.getPlatform();
  const live = await api
    .askFit(fitQuestion(form, platform))
    .catch(() => undefined);
  return { form, platform, live };
}

/** A pool without an environment is nowhere. */
export async function validateEnvironments(
  chosen: readonly string[] | undefined,
  field: Field,
  { apiHolder }: Pick<ValidationContext, 'apiHolder'>,
) {
  if (chosen?.some(name => name)) return;
  const t = await translateIn(apiHolder);
  field.addError(t('create.validation.environments'));
}

function idsOf(findings: readonly { id: string }[]): string {
  return [...new Set(findings.map(({ id }) => id))].join(', ');
}
