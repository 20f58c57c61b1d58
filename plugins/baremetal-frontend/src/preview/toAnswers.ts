import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { answersOfPages } from '@baremetal/golden-path';
import type { CreateFormData } from './formData';
import { withDefaults } from './withDefaults';

/**
 * The form's pages as answers of the service spec: the same mapping as the template's first step, so that the proof
 * beside the form judges what the task will judge. Pages not opened yet count with their defaults.
 */
export function toAnswers(
  form: CreateFormData,
  platform: PlatformFacts,
): unknown {
  const { template, identity, runtime, delivery, repository } = withDefaults(
    form,
    platform,
  );
  return answersOfPages(
    template,
    {
      identity: { ...identity },
      runtime: { ...runtime },
      delivery: { ...delivery },
      repository: {
        ...repository,
        host: repository.host || platform.gitHost,
        owner: repository.owner || platform.gitOwners[0],
        name: repository.name || identity.name,
      },
    },
    platform,
  );
}
