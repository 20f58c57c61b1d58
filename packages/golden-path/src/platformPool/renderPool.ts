import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { toYaml } from '../serialize';
import type { FileTree, Manifest } from '../types';
import { imagePull } from './imagePull';
import { poolAlerts } from './poolAlerts';
import { poolApplications, poolProject } from './poolArgo';
import { poolAppFolder, poolFolder, poolMetadata, poolName } from './poolNames';
import type { PoolSpec } from './poolSpec';
import { reserveDeployment, reservePriority } from './reserve';
import { storageClass } from './storageClass';

/** Files of the platform repository that follow from the answers about a pool. The same answers give the same bytes. */
export function renderPool(spec: PoolSpec, platform: PlatformFacts): FileTree {
  const objects = objectsOf(spec, platform);
  const folder = poolFolder(spec.name);
  const apps = poolAppFolder(spec.name);
  return new Map([
    [`${apps}/project.yaml`, toYaml(poolProject(spec, platform))],
    [`${apps}/applicationset.yaml`, toYaml(poolApplications(spec, platform))],
    [`${folder}/kustomization.yaml`, toYaml(index(spec, [...objects.keys()]))],
    ...[...objects].map(([file, object]): [string, string] => [
      `${folder}/${file}`,
      toYaml(object),
    ]),
  ]);
}

/** By the name of the file. */
function objectsOf(
  spec: PoolSpec,
  platform: PlatformFacts,
): Map<string, Manifest> {
  const { reserve, images, storageClasses } = spec;
  return new Map([
    ...storageClasses.map((answers): [string, Manifest] => [
      `storageclass-${answers.name}.yaml`,
      storageClass(spec, answers, platform),
    ]),
    ['networkpolicy-default-deny.yaml', denyAll(spec)],
    ...(reserve
      ? ([
          ['priorityclass.yaml', reservePriority(spec)],
          ['reserve.yaml', reserveDeployment(spec, reserve, platform)],
        ] as const)
      : []),
    ...(images.length > 0
      ? ([['images.yaml', imagePull(spec, platform)]] as const)
      : []),
    ['prometheusrule.yaml', poolAlerts(spec, platform)],
  ]);
}

function index({ name }: PoolSpec, resources: readonly string[]) {
  return {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    namespace: poolName(name),
    resources,
  };
}

/** Its pods talk to nobody. */
function denyAll({ name: pool }: PoolSpec): Manifest {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: poolMetadata({
      pool,
      name: 'default-deny',
      part: 'network',
      wave: 'first',
    }),
    spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
  };
}
