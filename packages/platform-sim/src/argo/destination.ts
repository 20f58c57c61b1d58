import { KINDS } from '../kube/kinds';
import type { KubeObject } from '../kube/objects';
import type { ObjectService } from '../kube/ObjectService';

export const ARGO_NAMESPACE = 'argocd';
/** Name of the cluster that Argo CD itself runs in. */
export const IN_CLUSTER = 'in-cluster';

/** What Argo CD shows as `InvalidSpecError`. */
export class InvalidSpec extends Error {
  override readonly name = 'InvalidSpec';
}

interface Holder {
  readonly objects: ObjectService;
}

/**
 * The cluster that an Application deploys to.
 *
 * @throws InvalidSpec - when its project does not allow it, or there is no such cluster
 */
export function destinationOf(
  { spec }: KubeObject,
  platform: {
    readonly management: Holder;
    readonly clusters: ReadonlyMap<string, Holder>;
  },
): ObjectService {
  const { objects } = platform.management;
  const { name, namespace } = spec.destination;
  if (name === IN_CLUSTER) return objects;
  const project = objects.find(KINDS.appprojects, {
    namespace: ARGO_NAMESPACE,
    name: spec.project,
  });
  if (!project) {
    throw new InvalidSpec(
      `application references project ${spec.project} which does not exist`,
    );
  }
  const allowed = (project.spec.destinations ?? []).some(
    (one: { name?: string; namespace?: string }) =>
      one.name === name && one.namespace === namespace,
  );
  if (!allowed) {
    throw new InvalidSpec(
      `application destination server '${name}' and namespace '${namespace}' do not match any of the allowed destinations in project '${spec.project}'`,
    );
  }
  if (!(project.spec.sourceRepos ?? []).includes(spec.source.repoURL)) {
    throw new InvalidSpec(
      `application repo ${spec.source.repoURL} is not permitted in project '${spec.project}'`,
    );
  }
  const cluster = platform.clusters.get(name);
  if (!cluster) {
    throw new InvalidSpec(`there are no clusters with this name: ${name}`);
  }
  return cluster.objects;
}
