import type { ObjectDraft, ObjectKey } from '../kube/objects';
import { ARGO_NAMESPACE, IN_CLUSTER } from './destination';

export interface PlatformRepo {
  readonly owner: string;
  readonly name: string;
}

export function rootKey({ owner }: PlatformRepo): ObjectKey {
  return { namespace: ARGO_NAMESPACE, name: owner };
}

/** The Application over everything that is registered in the platform repository. */
export function rootApplication(
  gitUrl: string,
  platformRepo: PlatformRepo,
): ObjectDraft {
  const { owner, name } = platformRepo;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: rootKey(platformRepo),
    spec: {
      project: 'default',
      source: {
        repoURL: `${gitUrl}/${owner}/${name}.git`,
        path: 'apps',
        targetRevision: 'main',
        directory: { recurse: true },
      },
      destination: { name: IN_CLUSTER, namespace: ARGO_NAMESPACE },
      syncPolicy: { automated: { prune: true, selfHeal: true } },
    },
  };
}
