import type { ApiHolder } from '@backstage/frontend-plugin-api';
import type { FieldValidation } from '@rjsf/utils';
import { baremetalApiRef } from '../api/BaremetalApi';
import { createMessages } from '../messages/create';
import type { CreateFormData, IdentityData, RepositoryData } from './formData';
import { prove, unacknowledged } from './prove';

const WORDS = createMessages.validation;

/** Page 1 is left only with a name and an owner; whether they are good ones, the panel says. */
export function validateIdentity(
  data: IdentityData | undefined,
  field: Pick<FieldValidation, 'addError'>,
) {
  if (!data?.name) field.addError(WORDS.name);
  if (!data?.owner) field.addError(WORDS.owner);
}

/** The last page is left only with what the task will accept. Earlier ones stay open: nothing is made before. */
export async function validateRepository(
  data: RepositoryData | undefined,
  field: Pick<FieldValidation, 'addError'>,
  context: { apiHolder: ApiHolder; formData: object },
) {
  const api = context.apiHolder.get(baremetalApiRef);
  if (!api) return;
  const form: CreateFormData = { ...context.formData, repository: data };
  const proof = prove(form, await api.getPlatform(), undefined);
  const ids = (findings: readonly { id: string }[]) =>
    [...new Set(findings.map(({ id }) => id))].join(', ');
  const errors = proof.findings.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) {
    field.addError(WORDS.errors.replace('{{ids}}', ids(errors)));
    return;
  }
  const open = unacknowledged(proof, data?.acknowledged);
  if (open.length > 0) {
    field.addError(WORDS.warnings.replace('{{ids}}', ids(open)));
  }
}
