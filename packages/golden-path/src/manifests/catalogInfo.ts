import {
  ENVIRONMENTS_ANNOTATION,
  KUBERNETES_ID,
  REPOSITORY_ANNOTATION,
} from '@baremetal/backstage-plugin-baremetal-common';
import { GOLDEN_PATH_VERSION, LABELS } from '../constants';
import { keepsStore } from '../spec/data';
import type { ServiceSpec } from '../spec/serviceSpec';
import { templateOf } from '../spec/workload';
import { storeName } from './metadata';

/** A document of `catalog-info.yaml`. */
export type Entity = Record<string, unknown>;

/** The service as a Component, and its store as a Resource that it depends on. */
export function catalogEntities(spec: ServiceSpec): Entity[] {
  const component = componentOf(spec);
  return keepsStore(spec) ? [component, storeEntity(spec)] : [component];
}

function componentOf(spec: ServiceSpec): Entity {
  const { name, description, owner, system, repo } = spec;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      ...(description && { description }),
      annotations: {
        [KUBERNETES_ID]: name,
        [REPOSITORY_ANNOTATION]: `${repo.owner}/${repo.name}`,
        [ENVIRONMENTS_ANNOTATION]: spec.environments
          .map(environment => environment.name)
          .join(','),
        'argocd/app-selector': `${LABELS.entity}=${name}`,
        'backstage.io/template-version': GOLDEN_PATH_VERSION,
      },
    },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner,
      ...(system && { system }),
      ...(keepsStore(spec) && {
        dependsOn: [`resource:default/${storeName(name)}`],
      }),
      scaffoldedFrom: templateOf(spec),
    },
  };
}

function storeEntity({ name, owner, system }: ServiceSpec): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: storeName(name),
      description: `PostgreSQL of ${name}`,
    },
    spec: { type: 'database', owner, ...(system && { system }) },
  };
}
