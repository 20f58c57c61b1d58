import type { FieldValidation } from '@rjsf/utils';
import type { Finding } from '@baremetal/backstage-plugin-baremetal-common';
import type { Translate } from '../ui/useT';
import { placeOf } from './placeOf';
import { type Proof, unacknowledged } from './prove';

type Field = Pick<FieldValidation, 'addError'>;
type Said = Pick<Proof, 'findings' | 'unanswered'>;

/** Field, reason and way out: what the stepper says when it holds a page. */
export function reasonOf(
  finding: Finding,
  proof: Pick<Proof, 'unanswered'>,
  t: Translate,
): string {
  const { path, message, fix } = finding;
  const place = placeOf(path, t);
  return proof.unanswered.includes(finding)
    ? t('create.hold.open', { place })
    : t('create.hold.reason', { place, message, fix });
}

/** Holds a last page by every error, and without one by every warning that nobody accepted. */
export function holdAll(
  proof: Said,
  asked: { field: Field; acknowledged: readonly string[] | undefined },
  t: Translate,
) {
  const { field, acknowledged } = asked;
  const errors = proof.findings.filter(({ severity }) => severity === 'error');
  for (const finding of errors) field.addError(reasonOf(finding, proof, t));
  if (errors.length > 0) return;
  for (const finding of unacknowledged(proof, acknowledged)) {
    const reason = reasonOf(finding, proof, t);
    field.addError(t('create.hold.accept', { id: finding.id, reason }));
  }
}
