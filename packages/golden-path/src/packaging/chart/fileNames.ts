import { BASE } from '../../constants';
import { configName } from '../../manifests/config';
import { readFile } from '../../render/parseFile';
import { isObject } from '../../render/Resource';
import type { ServiceSpec } from '../../spec/serviceSpec';
import type { FileTree } from '../../types';

/** Files of objects as the overlays have them, without ending, by kind and name. */
export function fileNamesOf(
  kustomized: FileTree,
  spec: Pick<ServiceSpec, 'name'>,
): Map<string, string> {
  const names = new Map([[`ConfigMap/${configName(spec.name)}`, 'configmap']]);
  for (const path of kustomized.keys()) {
    const file = /([^/]+)\.yaml$/.exec(path)?.[1];
    if (file === undefined || !isOfObject(path)) continue;
    for (const object of readFile(kustomized, path, 'manifest')) {
      if (!isObject(object) || !isObject(object.metadata)) continue;
      names.set(`${object.kind}/${object.metadata.name}`, file);
    }
  }
  return names;
}

function isOfObject(path: string): boolean {
  return (
    path.startsWith('deploy/') && !path.startsWith(`${BASE}/kustomizeconfig/`)
  );
}
