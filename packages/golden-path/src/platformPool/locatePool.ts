import type { Finding } from '@baremetal/backstage-plugin-baremetal-common';
import type { Location } from '../check/locate';
import type { FileTree } from '../types';
import { poolAppFolder, poolFolder } from './poolNames';
import type { PoolSpec } from './poolSpec';

/** Keys by which a storage class keeps what was answered. */
const CLASS_KEYS: Readonly<Record<string, string>> = {
  name: '  name:',
  copies: 'placementCount',
  differentBy: 'replicasOnDifferent',
};

/** The file and line that an answer about a pool becomes; of most findings, what the cluster would refuse. */
export function locatePool(
  { path }: Pick<Finding, 'path'>,
  { spec, files }: { spec: PoolSpec; files: FileTree },
): Location {
  const { file, text } = placeOf(path.split('.'), spec);
  const line = (files.get(file) ?? '')
    .split('\n')
    .findIndex(each => each.includes(text));
  return { file, line: line + 1 || 1 };
}

function placeOf(
  [answer, index = '', field = '']: readonly string[],
  spec: PoolSpec,
): { file: string; text: string } {
  const folder = poolFolder(spec.name);
  switch (answer) {
    case 'storageClasses':
      return {
        file: `${folder}/storageclass-${
          spec.storageClasses[Number(index)]?.name ?? ''
        }.yaml`,
        text: CLASS_KEYS[field] ?? 'parameters:',
      };
    case 'reserve':
      return {
        file: `${folder}/reserve.yaml`,
        text: index === 'nodes' ? 'replicas:' : 'requests:',
      };
    case 'images':
      return {
        file: `${folder}/images.yaml`,
        text: spec.images[Number(index)] ?? 'image:',
      };
    default:
      return {
        file: `${poolAppFolder(spec.name)}/applicationset.yaml`,
        text: 'elements:',
      };
  }
}
