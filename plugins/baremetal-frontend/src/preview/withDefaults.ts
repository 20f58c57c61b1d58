import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { defaultDelivery, defaultRuntime } from './defaults';
import type {
  CreateFormData,
  DeliveryData,
  IdentityData,
  RepositoryData,
  RuntimeData,
} from './formData';
import { PLAIN_SERVICE, type TemplateOptions } from './templateOptions';

/** All pages; one that was not opened yet counts with its defaults. */
export interface AllPages {
  readonly template: TemplateOptions;
  readonly identity: IdentityData;
  readonly runtime: RuntimeData;
  readonly delivery: DeliveryData;
  readonly repository: RepositoryData;
}

export function withDefaults(
  form: CreateFormData,
  platform: PlatformFacts,
): AllPages {
  const { template = PLAIN_SERVICE, identity = {}, repository = {} } = form;
  return {
    template,
    identity,
    repository,
    runtime: form.runtime ?? defaultRuntime(platform, template),
    delivery: form.delivery ?? defaultDelivery(template),
  };
}
