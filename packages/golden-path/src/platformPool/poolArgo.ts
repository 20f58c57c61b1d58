import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { ARGO, LABELS } from '../constants';
import { repositoryUrl } from '../manifests/argo';
import type { Manifest } from '../types';
import { poolFolder, poolName } from './poolNames';
import type { PoolSpec } from './poolSpec';

/** Kinds of the pool that stand in no namespace. */
const CLUSTER_KINDS = [
  { group: '', kind: 'Namespace' },
  { group: 'storage.k8s.io', kind: 'StorageClass' },
  { group: 'scheduling.k8s.io', kind: 'PriorityClass' },
];

interface PoolTarget {
  readonly application: string;
  readonly environment: string;
  readonly cluster: string;
}

/** What the pool may deploy: its classes, and objects of its own namespace. */
export function poolProject(spec: PoolSpec, platform: PlatformFacts): Manifest {
  const namespace = poolName(spec.name);
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: metadata(spec, '-1'),
    spec: {
      description: `Pool ${spec.name}`,
      sourceRepos: [urlOf(platform)],
      destinations: targetsOf(spec, platform).map(({ cluster }) => ({
        name: cluster,
        namespace,
      })),
      clusterResourceWhitelist: CLUSTER_KINDS,
    },
  };
}

/** One Application for each cluster that has such machines. */
export function poolApplications(
  spec: PoolSpec,
  platform: PlatformFacts,
): Manifest {
  const name = poolName(spec.name);
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: metadata(spec, '0'),
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators: [{ list: { elements: targetsOf(spec, platform) } }],
      // Taking the pool out of this set must not take its storage classes with it.
      syncPolicy: { preserveResourcesOnDeletion: true },
      template: {
        metadata: {
          name: '{{.application}}',
          labels: {
            [LABELS.partOf]: name,
            [LABELS.environment]: '{{.environment}}',
          },
        },
        spec: {
          project: name,
          source: {
            repoURL: urlOf(platform),
            targetRevision: 'main',
            path: poolFolder(spec.name),
          },
          destination: { name: '{{.cluster}}', namespace: name },
          syncPolicy: {
            automated: { prune: true, selfHeal: true },
            syncOptions: ['CreateNamespace=true'],
            managedNamespaceMetadata: {
              labels: {
                [LABELS.podSecurity]: 'restricted',
                [LABELS.partOf]: name,
              },
            },
          },
        },
      },
    },
  };
}

function metadata({ name }: PoolSpec, wave: string): Manifest['metadata'] {
  return {
    name: poolName(name),
    namespace: ARGO.namespace,
    labels: { [LABELS.partOf]: poolName(name) },
    annotations: { [ARGO.wave]: wave },
  };
}

function targetsOf(
  { name, environments }: PoolSpec,
  platform: PlatformFacts,
): PoolTarget[] {
  return platform.environments
    .filter(environment => environments.includes(environment.name))
    .flatMap(environment =>
      environment.clusters.map(cluster => ({
        application: `${poolName(name)}-${cluster}`,
        environment: environment.name,
        cluster,
      })),
    );
}

function urlOf(platform: PlatformFacts): string {
  return repositoryUrl(
    { repo: { host: '', ...platform.platformRepo } },
    platform,
  );
}
