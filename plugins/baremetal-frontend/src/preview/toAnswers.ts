import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { defaultDelivery, defaultRuntime } from './defaults';
import type { CreateFormData, DeliveryData } from './formData';
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
  return {
    archetype: template.archetype,
    language: runtime.language,
    packaging: repository.packaging,
    name: identity.name,
    owner: identity.owner,
    system: identity.system,
    description: identity.description,
    hardwareClass: runtime.hardwareClass,
    port: runtime.port,
    paths: runtime.paths,
    data: runtime.data,
    snapshots: runtime.snapshots,
    scaling: runtime.scaling,
    recommendations: runtime.recommendations,
    job: runtime.job,
    disruption: runtime.disruption,
    shutdown: runtime.shutdown,
    environments: runtime.environments,
    ...deliveryAnswers(delivery),
    repo: {
      host: repository.host || platform.gitHost,
      owner: repository.owner || platform.gitOwners[0],
      name: repository.name || identity.name,
    },
  };
}

/** Page 3 asks about more than the spec puts under `delivery`. */
function deliveryAnswers(page: DeliveryData) {
  const {
    migration,
    exposure,
    edge,
    egress,
    slo,
    productionSync,
    ...delivery
  } = page;
  return { migration, exposure, edge, egress, slo, productionSync, delivery };
}
