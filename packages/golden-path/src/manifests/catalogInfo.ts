import {
  BRANCH_ANNOTATION,
  ENVIRONMENTS_ANNOTATION,
  KUBERNETES_ID,
  MAIN_BRANCH,
  namespaceOf,
  REPOSITORY_ANNOTATION,
} from '@baremetal/backstage-plugin-baremetal-common';
import { GOLDEN_PATH_VERSION, LABELS } from '../constants';
import { sha256 } from '../hash/sha256';
import { deployedBranch } from '../spec/deployedBranch';
import type { ServiceSpec } from '../spec/serviceSpec';
import { templateOf } from '../spec/workload';
import { DATA_VOLUME } from './claims';
import { storeName } from './metadata';

/** A document of `catalog-info.yaml`. */
export type Entity = Record<string, unknown>;

/** Longest name of an entity. */
const NAME_LENGTH = 63;

/** What keeps data for the service, as the catalog knows it. */
interface Kept {
  readonly name: string;
  readonly type: 'database' | 'volume';
  readonly description: string;
}

/** The service as a Component, and what keeps its data as Resources that it depends on. */
export function catalogEntities(spec: ServiceSpec): Entity[] {
  const kept = keptBy(spec);
  return [componentOf(spec, kept), ...kept.map(each => resourceOf(spec, each))];
}

function componentOf(spec: ServiceSpec, kept: readonly Kept[]): Entity {
  const { name, description, owner, system, repo, environments } = spec;
  const [only, ...others] = environments;
  const branch = deployedBranch(spec);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      ...(description && { description }),
      annotations: {
        [KUBERNETES_ID]: name,
        // One namespace only is asked then, so it must not be written where each environment has its own.
        ...(only &&
          others.length === 0 && {
            'backstage.io/kubernetes-namespace': namespaceOf(name, only.name),
          }),
        [REPOSITORY_ANNOTATION]: `${repo.owner}/${repo.name}`,
        ...(branch !== MAIN_BRANCH && { [BRANCH_ANNOTATION]: branch }),
        [ENVIRONMENTS_ANNOTATION]: environments
          .map(environment => environment.name)
          .join(','),
        'argocd/app-selector': `${LABELS.entity}=${name}`,
        'backstage.io/techdocs-ref': 'dir:.',
        'backstage.io/template-version': GOLDEN_PATH_VERSION,
      },
    },
    spec: {
      type: spec.archetype,
      lifecycle: 'production',
      owner,
      ...(system && { system }),
      ...(kept.length > 0 && {
        dependsOn: kept.map(each => `resource:default/${each.name}`),
      }),
      scaffoldedFrom: templateOf(spec),
    },
  };
}

function resourceOf({ owner, system }: ServiceSpec, kept: Kept): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { name: kept.name, description: kept.description },
    spec: { type: kept.type, owner, ...(system && { system }) },
  };
}

/** What is gone with its pod is nothing that anybody could depend on. */
function keptBy({ name, data }: ServiceSpec): Kept[] {
  switch (data.shape) {
    case 'nothing':
    case 'scratch':
      return [];
    case 'storeBeside':
      return [
        {
          name: storeName(name),
          type: 'database',
          description: `PostgreSQL of ${name}`,
        },
      ];
    case 'ownFiles':
      return [
        { name: DATA_VOLUME, mountPath: data.mountPath },
        ...data.furtherClaims,
      ].map(claim => ({
        name: fitting(`${name}-${claim.name}`),
        type: 'volume',
        description: `Files of each replica of ${name} at ${claim.mountPath}`,
      }));
    case 'sharedFiles':
      return [
        {
          name: `${name}-data`,
          type: 'volume',
          description: `Files that all pods of ${name} share at ${data.mountPath}`,
        },
      ];
  }
}

/** Two long names that begin alike stay two. */
function fitting(name: string): string {
  return name.length <= NAME_LENGTH
    ? name
    : `${name.slice(0, NAME_LENGTH - 9)}-${sha256(name).slice(0, 8)}`;
}
