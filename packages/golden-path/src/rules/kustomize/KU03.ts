import { at } from '../kube';
import { error, type Rule } from '../rule';
import { kustomizationsOf } from './kustomizations';

const SUCCESSORS: Readonly<Record<string, string>> = {
  bases: 'resources',
  patchesStrategicMerge: 'patches',
  patchesJson6902: 'patches',
  vars: 'replacements',
  commonLabels: 'labels',
};

/** Fields that kustomize is about to drop. */
export const KU03: Rule = {
  id: 'KU03',
  title: 'No deprecated field in a kustomization',
  *check(subject) {
    for (const { path, value } of kustomizationsOf(subject)) {
      for (const [field, successor] of Object.entries(SUCCESSORS)) {
        if (at(value, field) === undefined) continue;
        yield error({
          path: `${path}#/${field}`,
          message: `${field} is deprecated, and a later kustomize refuses the file.`,
          fix: `Use ${successor}.`,
        });
      }
    }
  },
};
