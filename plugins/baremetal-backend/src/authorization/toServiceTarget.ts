import {
  parseEntityRef,
  RELATION_OWNED_BY,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import {
  BRANCH_ANNOTATION,
  ENVIRONMENTS_ANNOTATION,
  KUBERNETES_ID,
  MAIN_BRANCH,
  namespaceOf,
  OVERLAYS_ANNOTATION,
  REPOSITORY_ANNOTATION,
  RESTRICTED_ANNOTATION,
  type EnvironmentFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceTarget } from '@baremetal/backstage-plugin-baremetal-node';

const OVERLAYS = 'deploy/overlays';

/**
 * Where a component runs, as its annotations and the configured environments say.
 *
 * @returns `undefined` for an entity that is no service of ours: it carries no `backstage.io/kubernetes-id`
 */
export function toServiceTarget(
  entity: Entity,
  environments: readonly EnvironmentFacts[],
): ServiceTarget | undefined {
  const annotations = entity.metadata.annotations ?? {};
  const kubernetesId = annotations[KUBERNETES_ID];
  if (!kubernetesId) {
    return undefined;
  }
  const wanted = annotations[ENVIRONMENTS_ANNOTATION]?.split(',').map(each =>
    each.trim(),
  );
  return {
    identity: {
      entityRef: stringifyEntityRef(entity),
      name: entity.metadata.name,
      kubernetesId,
    },
    owner: ownerOf(entity),
    system: textOf(entity.spec?.system),
    restricted: annotations[RESTRICTED_ANNOTATION] === 'true',
    environments: environments
      .filter(({ name }) => wanted?.includes(name) ?? true)
      .flatMap(({ name, clusters, production }) =>
        clusters.map(cluster => ({
          environment: name,
          cluster,
          namespace: namespaceOf(kubernetesId, name),
          production,
        })),
      ),
    repository: repositoryOf(annotations[REPOSITORY_ANNOTATION]),
    branch: annotations[BRANCH_ANNOTATION]?.trim() || MAIN_BRANCH,
    overlays: annotations[OVERLAYS_ANNOTATION] ?? OVERLAYS,
  };
}

/** The catalog's own answer; the field itself where relations are not made yet. */
function ownerOf(entity: Entity): string {
  const related = entity.relations?.find(
    ({ type }) => type === RELATION_OWNED_BY,
  );
  const written = textOf(entity.spec?.owner);
  if (related || written === undefined) {
    return related?.targetRef ?? 'unknown';
  }
  return stringifyEntityRef(
    parseEntityRef(written, {
      defaultKind: 'group',
      defaultNamespace: entity.metadata.namespace,
    }),
  );
}

function repositoryOf(text: string | undefined): ServiceTarget['repository'] {
  const [owner, name, ...rest] = text?.split('/') ?? [];
  return owner && name && rest.length === 0 ? { owner, name } : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
