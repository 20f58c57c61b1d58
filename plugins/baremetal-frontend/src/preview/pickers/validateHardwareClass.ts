import type { FieldValidation } from '@rjsf/utils';
import { listWords } from '@baremetal/backstage-plugin-baremetal-common';
import { baremetalApiRef } from '../../api/BaremetalApi';
import { classNames, machinesIn } from '../machines';
import { translateIn } from '../translateIn';
import type { ValidationContext } from '../validate';
import { hardwareClassOptions } from './hardwareClassOptions';
import { environmentsOf, questionTo, readOptions } from './options';

/** What a label's value may be. */
const LABEL = /^[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/;

/**
 * A class is one that the platform has, with machines in every environment that is asked about, unless the template
 * says that it may be new. What could not be asked holds nobody.
 */
export async function validateHardwareClass(
  name: string | undefined,
  field: Pick<FieldValidation, 'addError'>,
  context: ValidationContext,
) {
  const { apiHolder, formData, uiSchema } = context;
  const read = readOptions(hardwareClassOptions, uiSchema);
  const api = apiHolder.get(baremetalApiRef);
  if (!name || !read.ok || !api) return;
  const t = await translateIn(apiHolder);
  if (!LABEL.test(name)) {
    field.addError(t('create.pickers.noLabel', { name }));
    return;
  }
  if (read.options.mayBeNew) return;
  const platform = await api.getPlatform().catch(() => undefined);
  if (!platform) return;
  const environments = environmentsOf(read.options, formData, platform);
  const live = await api
    .askFit(questionTo(environments))
    .catch(() => undefined);
  const known = classNames(platform.hardwareClasses, live);
  if (!known.includes(name)) {
    field.addError(
      t('create.pickers.noClass', { name, known: listWords(known) }),
    );
    return;
  }
  const without = environments.filter(
    environment => machinesIn(live, environment, name).state === 'none',
  );
  if (without.length > 0) {
    field.addError(
      t('create.pickers.noMachinesIn', { name, where: listWords(without) }),
    );
  }
}
