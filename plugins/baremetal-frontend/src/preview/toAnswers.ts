import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { answersOfPages } from '@baremetal/golden-path';
import { defaultDelivery, defaultRuntime } from './defaults';
import type { CreateFormData } from './formData';
import { PLAIN_SERVICE } from './templateOptions';

/**
 * The form's pages as answers of the service spec: the same mapping as the template's first step, so that the proof
 * beside the form judges what the task will judge. Pages not opened yet count with their defaults.
 */
export function toAnswers(
  form: CreateFormData,
  platform: PlatformFacts,
): unknown {
  const { identity = {}, repository = {}, template = PLAIN_SERVICE } = form;
  const runtime = form.runtime ?? defaultRuntime(platform, template);
  const delivery = form.delivery ?? defaultDelivery(template);
  return answersOfPages(template.archetype, {
    identity: { ...identity },
    runtime: { ...runtime },
    delivery: { ...delivery },
    repository: {
      ...repository,
      host: repository.host || platform.gitHost,
      owner: repository.owner || platform.gitOwners[0],
      name: repository.name || identity.name,
    },
  });
}
