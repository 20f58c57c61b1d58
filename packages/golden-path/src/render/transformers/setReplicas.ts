import { type FieldSpec, visitFields } from '../fieldSpecs';
import type { Kustomization } from '../kustomization';
import { RenderError } from '../RenderError';
import { gvkOf, isSelected, nameOf, type Resource } from '../Resource';

/** Sets how many pods a workload has. Of a kind that kustomize does not know (a Rollout), it refuses. */
export function setReplicas(
  resources: readonly Resource[],
  { name, count }: Kustomization['replicas'][number],
  how: { specs: readonly FieldSpec[]; path: string },
): void {
  let found = false;
  for (const resource of resources) {
    const { object, previous } = resource;
    const names = [nameOf(object), ...previous.map(id => id.name)];
    for (const spec of how.specs) {
      if (names.includes(name) && isSelected(gvkOf(object), spec)) {
        found = true;
        visitFields(object, spec, {
          empty: () => count,
          visit: (holder, key) => {
            holder[key] = count;
          },
        });
      }
    }
  }
  if (!found) {
    const kinds = how.specs.map(({ kind }) => kind).join(', ');
    throw new RenderError(
      how.path,
      `replicas: "${name}" is none of ${kinds}; patch /spec/replicas of other kinds`,
    );
  }
}
