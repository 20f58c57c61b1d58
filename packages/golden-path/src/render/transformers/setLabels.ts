import { type FieldSpec, mergeFieldSpecs, visitFields } from '../fieldSpecs';
import type { Kustomization } from '../kustomization';
import { RenderError } from '../RenderError';
import { isObject, type Resource } from '../Resource';
import type { TransformerConfig } from '../transformerConfig';

/** Adds the pairs to each map that the specs name. */
export function setPairs(
  resources: readonly Resource[],
  pairs: Readonly<Record<string, string>>,
  specs: readonly FieldSpec[],
): void {
  if (Object.keys(pairs).length === 0) {
    return;
  }
  for (const { object } of resources) {
    for (const spec of specs) {
      visitFields(object, spec, {
        empty: () => ({}),
        visit: (holder, key) => {
          const map = holder[key];
          if (!isObject(map)) {
            throw new RenderError(spec.path, 'is not a map to put labels into');
          }
          Object.assign(map, pairs);
        },
      });
    }
  }
}

/**
 * Fields that an entry of `labels:` reaches.
 *
 * @remarks `includeSelectors` and `includeTemplates` know Kubernetes' own workloads only: a Rollout's pods are left
 * out silently, unless `fields` names them.
 */
export function labelFields(
  label: Kustomization['labels'][number],
  config: TransformerConfig,
): FieldSpec[] {
  const own = mergeFieldSpecs(label.fields, config.labels);
  if (label.includeSelectors) {
    return mergeFieldSpecs(own, config.commonLabels);
  }
  return mergeFieldSpecs(
    label.includeTemplates ? mergeFieldSpecs(own, config.templateLabels) : own,
    [{ path: 'metadata/labels', create: true }],
  );
}
