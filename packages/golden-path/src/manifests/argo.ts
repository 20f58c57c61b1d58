import {
  KUBERNETES_ID,
  namespaceOf,
  type PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { ARGO, LABELS, OVERLAYS } from '../constants';
import { CHART, valuesFromChart } from '../packaging/places';
import type { ServiceSpec } from '../spec/serviceSpec';
import { applicationName, targetsOf } from './applications';
import { ignoredDifferences } from './ignoredDifferences';
import { routeDifferences, routeSyncOptions } from './routeDifferences';
import { syncWindows } from './syncWindows';
import { targetRevision } from './targetRevision';
import type { Typed } from './typed';

/** HTTPS address from which Argo CD clones the service's repository. */
export function repositoryUrl(
  { repo }: Pick<ServiceSpec, 'repo'>,
  platform: Pick<PlatformFacts, 'gitBaseUrl'>,
): string {
  return `${platform.gitBaseUrl}/${repo.owner}/${repo.name}.git`;
}

/** What this service may deploy, from where and to where: nothing else's. */
export function appProject(
  spec: ServiceSpec,
  platform: PlatformFacts,
): Typed<'AppProject'> {
  const windows = syncWindows(spec, platform);
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata: {
      name: spec.name,
      namespace: ARGO.namespace,
      labels: { [KUBERNETES_ID]: spec.name },
      // Before the ApplicationSet, which looks for its project once and then only minutes later.
      annotations: { [ARGO.wave]: '-1' },
    },
    spec: {
      // Many readers take the description as one line.
      description: (spec.description || spec.name).replace(/\s+/g, ' ').trim(),
      sourceRepos: [repositoryUrl(spec, platform)],
      destinations: targetsOf(spec, platform).map(target => ({
        name: target.cluster,
        namespace: namespaceOf(spec.name, target.environment),
      })),
      // Argo CD makes the namespaces itself and asks its own project for leave.
      clusterResourceWhitelist: [{ group: '', kind: 'Namespace' }],
      namespaceResourceBlacklist: [
        { group: '', kind: 'ResourceQuota' },
        { group: '', kind: 'LimitRange' },
      ],
      ...(windows.length > 0 && { syncWindows: windows }),
    },
  };
}

/** One Application per environment and cluster. */
export function applicationSet(
  spec: ServiceSpec,
  platform: PlatformFacts,
): Typed<'ApplicationSet'> {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: {
      name: spec.name,
      namespace: ARGO.namespace,
      labels: { [KUBERNETES_ID]: spec.name },
      annotations: { [ARGO.wave]: '0' },
    },
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators: [
        {
          list: {
            elements: targetsOf(spec, platform).map(target => ({
              application: applicationName(spec.name, target, platform),
              ...target,
              namespace: namespaceOf(spec.name, target.environment),
            })),
          },
        },
      ],
      // Taking the service out of this set must not take its pods and volumes with it.
      syncPolicy: { preserveResourcesOnDeletion: true },
      template: applicationTemplate(spec, platform),
    },
  };
}

/** What an Application renders: its environment's overlay, or the chart with the environment's values. */
function deployed({ packaging }: ServiceSpec) {
  const environment = '{{.environment}}';
  switch (packaging) {
    case 'kustomize':
      return { path: `${OVERLAYS}/${environment}` };
    case 'helm':
      return {
        path: CHART,
        helm: { valueFiles: [valuesFromChart(environment)] },
      };
  }
}

function applicationTemplate(spec: ServiceSpec, platform: PlatformFacts) {
  const decidedElsewhere = ignoredDifferences(spec);
  const ignored = [...decidedElsewhere, ...routeDifferences(spec, platform)];
  return {
    metadata: {
      name: '{{.application}}',
      labels: {
        [LABELS.entity]: spec.name,
        [KUBERNETES_ID]: spec.name,
        [LABELS.environment]: '{{.environment}}',
      },
    },
    spec: {
      project: spec.name,
      source: {
        repoURL: repositoryUrl(spec, platform),
        targetRevision: targetRevision(spec),
        ...deployed(spec),
      },
      destination: { name: '{{.cluster}}', namespace: '{{.namespace}}' },
      syncPolicy: {
        automated: { prune: true, selfHeal: true },
        // Not applied by the server: it owns a Service's selector as a whole, and each sync would take away the hash
        // by which the Rollouts controller points it at one version.
        syncOptions: [
          'CreateNamespace=true',
          ...(decidedElsewhere.length > 0
            ? ['RespectIgnoreDifferences=true']
            : []),
          ...routeSyncOptions(spec, platform),
        ],
        // The one owner of the namespace: an overlay with a Namespace of its own would fight over the labels.
        managedNamespaceMetadata: {
          labels: {
            [LABELS.podSecurity]: 'restricted',
            [KUBERNETES_ID]: spec.name,
          },
        },
        retry: {
          limit: 5,
          backoff: { duration: '5s', factor: 2, maxDuration: '3m' },
        },
      },
      ...(ignored.length > 0 && { ignoreDifferences: ignored }),
    },
  };
}
