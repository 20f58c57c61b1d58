import {
  namespaceOf,
  type PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { Scalar } from 'yaml';
import { ARGO, SNAPSHOT_IMAGE, STORE, UPLOAD_IMAGE } from '../constants';
import { keepsStore, takesSnapshots } from '../spec/data';
import { isProduction } from '../spec/production';
import { leastPodsOf } from '../spec/replicas';
import type { ServiceSpec } from '../spec/serviceSpec';
import { configName } from './config';
import { externalSecret } from './credentials';
import { labelsOf, storeName } from './metadata';
import { exposurePatches } from './exposure/exposure';
import { migrationPatches } from './migration/migration';
import type { PatchFile } from './named';
import {
  claimPatch,
  storePatch,
  workloadPatch,
  workloadTarget,
} from './patches';
import { scalingPatches } from './scaling/scaling';
import { dumpFacts, dumpPatches } from './storeDump';
import type { EnvironmentAnswers } from './resources';
import { strategyPatches } from './strategy/strategyPatches';

/** Text of a file that is not YAML, or the value of one that is. */
export type FileContent = { text: string } | { yaml: unknown };

/** Everything below `deploy/overlays/<environment>`, by file name. */
export function overlayFiles(
  spec: ServiceSpec,
  environment: EnvironmentAnswers,
  platform: PlatformFacts,
): Map<string, FileContent> {
  const patches = patchesOf(spec, environment, platform);
  const store = keepsStore(spec) ? platform.secretStore : undefined;
  const files = new Map<string, FileContent>([
    [
      'config.env',
      {
        text: [
          `# Settings of ${environment.name}, one NAME=value per line. Nothing secret: this file is in Git.`,
          `ENVIRONMENT=${environment.name}`,
          '',
        ].join('\n'),
      },
    ],
    ...patches.map(({ file, operations }): [string, FileContent] => [
      file,
      { yaml: operations },
    ]),
  ]);
  if (store) {
    files.set('externalsecret.yaml', {
      yaml: externalSecret(spec, environment.name, store),
    });
  }
  files.set('kustomization.yaml', {
    yaml: {
      apiVersion: 'kustomize.config.k8s.io/v1beta1',
      kind: 'Kustomization',
      namespace: namespaceOf(spec.name, environment.name),
      resources: ['../../base', ...(store ? ['externalsecret.yaml'] : [])],
      // A budget over a single pod could only be useless or in the way.
      ...(leastPodsOf(spec, environment) > 1 && {
        components: ['../../components/disruption-budget'],
      }),
      generatorOptions: {
        labels: labelsOf(spec.name),
        // Pods of the stable version still mount the old one while a canary waits.
        annotations: {
          [ARGO.syncOptions]: 'Prune=false',
          [ARGO.compareOptions]: 'IgnoreExtraneous',
        },
      },
      configMapGenerator: [
        { name: configName(spec.name), envs: ['config.env'] },
      ],
      images: imagesOf(spec, platform),
      patches: patches.map(({ file, target }) => ({ path: file, target })),
    },
  });
  return files;
}

function patchesOf(
  spec: ServiceSpec,
  environment: EnvironmentAnswers,
  platform: PlatformFacts,
): PatchFile[] {
  const files: PatchFile[] = [
    {
      file: 'patch-workload.yaml',
      target: workloadTarget(spec),
      operations: workloadPatch(spec, environment, {
        production: isProduction(environment.name, platform),
      }),
    },
  ];
  return [
    ...files,
    ...strategyPatches(spec, environment, platform),
    ...migrationPatches(spec, environment),
    ...dataPatches(spec, environment),
    ...dumpPatches(spec, environment, platform),
    ...exposurePatches(spec, environment, platform),
    ...scalingPatches(spec, environment),
  ];
}

/** Class and size of claims that stand beside the workload; those of its own are in its patch. */
function dataPatches(
  spec: ServiceSpec,
  environment: EnvironmentAnswers,
): PatchFile[] {
  switch (spec.data.shape) {
    case 'nothing':
    case 'ownFiles':
    case 'scratch':
      return [];
    case 'storeBeside':
      return [
        {
          file: 'patch-store.yaml',
          target: {
            group: 'apps',
            version: 'v1',
            kind: 'StatefulSet',
            name: storeName(spec.name),
          },
          operations: storePatch(environment),
        },
      ];
    case 'sharedFiles':
      return [
        {
          file: 'patch-claim.yaml',
          target: {
            version: 'v1',
            kind: 'PersistentVolumeClaim',
            name: `${spec.name}-data`,
          },
          operations: claimPatch('/spec', environment),
        },
      ];
  }
}

function imagesOf(spec: ServiceSpec, platform: PlatformFacts) {
  const { image } = spec;
  const others = [
    ...(keepsStore(spec) ? [STORE] : []),
    ...(takesSnapshots(spec) ? [SNAPSHOT_IMAGE] : []),
    ...(dumpFacts(spec, platform) ? [UPLOAD_IMAGE] : []),
  ];
  return [
    {
      name: image.repository,
      newTag: quoted(image.tag),
      ...(image.digest && { digest: quoted(image.digest) }),
    },
    ...others
      // The service's own entry says it already.
      .filter(other => other.image !== image.repository)
      .map(other => ({ name: other.image, newTag: quoted(other.tag) })),
  ];
}

// Always: kustomize refuses a tag that reads as a number, such as 1.10.
function quoted(text: string): Scalar {
  const scalar = new Scalar(text);
  scalar.type = Scalar.QUOTE_DOUBLE;
  return scalar;
}
