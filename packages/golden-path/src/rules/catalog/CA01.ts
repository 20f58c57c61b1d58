import { KUBERNETES_ID } from '@baremetal/backstage-plugin-baremetal-common';
import { at, podMakersOf } from '../kube';
import { ifKnown } from '../missing';
import { error, type Rule } from '../rule';

const CATALOG_FILE = 'catalog-info.yaml';

/** Backstage finds a service's objects by one label; with another value on them its pages stay empty. */
export const CA01: Rule = {
  id: 'CA01',
  title: 'The catalog entry and the objects name the same Kubernetes id',
  *check(subject) {
    const component = subject
      .documents(CATALOG_FILE)
      .find(document => at(document, 'kind') === 'Component');
    const annotated = at(component, 'metadata', 'annotations', KUBERNETES_ID);
    // A repository that is checked without its catalog entry is judged by the name.
    const id = component === undefined ? subject.spec.name : annotated;
    const service = ifKnown(subject.spec)?.name ?? annotated;
    for (const environment of subject.environments) {
      for (const { kind, name, object, podLabels } of podMakersOf(
        environment,
      )) {
        const label = object.metadata.labels?.[KUBERNETES_ID];
        const podLabel = podLabels[KUBERNETES_ID];
        if (label === id && podLabel === id) continue;
        yield error({
          path:
            component !== undefined && annotated !== service
              ? CATALOG_FILE
              : `deploy/overlays/${environment.environment}`,
          message: `${kind} ${name} is labelled ${KUBERNETES_ID}: ${
            label ?? 'nothing'
          } (its pods: ${podLabel ?? 'nothing'}) and the catalog entry says ${
            id ?? 'nothing'
          }, so Backstage would show none of it.`,
          fix: `Use ${service ?? label ?? podLabel} in all three places.`,
          environments: [environment.environment],
        });
      }
    }
  },
};
