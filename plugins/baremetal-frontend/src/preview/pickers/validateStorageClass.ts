import type { FieldValidation } from '@rjsf/utils';
import {
  listWords,
  parseQuantity,
  type StorageClassFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { baremetalApiRef } from '../../api/BaremetalApi';
import { formatBytes } from '../../ui/formatAmount';
import type { Translate } from '../../ui/useT';
import { storageFit } from '../runtime/storageFit';
import { translateIn } from '../translateIn';
import type { ValidationContext } from '../validate';
import { environmentsOf, questionTo, readOptions } from './options';
import { offeredClasses, storageClassOptions } from './storageClassOptions';

/**
 * A class is one that the platform has, and each environment has power domains for its copies and room for the claim.
 * What could not be asked holds nobody.
 */
export async function validateStorageClass(
  name: string | undefined,
  field: Pick<FieldValidation, 'addError'>,
  context: ValidationContext,
) {
  const { apiHolder, formData, uiSchema } = context;
  const read = readOptions(storageClassOptions, uiSchema);
  const api = apiHolder.get(baremetalApiRef);
  if (!name || !read.ok || !api) return;
  const { options } = read;
  const platform = await api.getPlatform().catch(() => undefined);
  if (!platform) return;
  const t = await translateIn(apiHolder);
  const offered = offeredClasses(platform, options);
  const chosen = offered.find(each => each.name === name);
  if (!chosen) {
    const known = listWords(offered.map(each => each.name));
    field.addError(t('create.pickers.noStorageClass', { name, known }));
    return;
  }
  const environments = environmentsOf(options, formData, platform);
  const live = await api
    .askFit(questionTo(environments))
    .catch(() => undefined);
  for (const environment of environments) {
    const answer = storageFit(live, environment, name);
    const problem =
      answer.known &&
      problemOf(chosen, { environment, size: options.size, ...answer.fit }, t);
    if (problem) field.addError(problem);
  }
}

function problemOf(
  { name, copies }: StorageClassFacts,
  place: {
    environment: string;
    domains: readonly string[];
    largestClaimBytes?: number;
    size: string | undefined;
  },
  t: Translate,
): string | undefined {
  const { environment, domains, largestClaimBytes, size } = place;
  if (domains.length < copies) {
    return t('create.pickers.tooFewDomains', {
      name,
      copies,
      environment,
      domains: domains.length,
    });
  }
  const asked = size === undefined ? undefined : parseQuantity(size);
  return asked !== undefined &&
    largestClaimBytes !== undefined &&
    asked > largestClaimBytes
    ? t('create.pickers.tooLarge', {
        name,
        environment,
        size: formatBytes(asked),
        largest: formatBytes(largestClaimBytes),
      })
    : undefined;
}
