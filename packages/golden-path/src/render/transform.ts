import type { FileTree } from '../types';
import type { Kustomization } from './kustomization';
import type { Resource } from './Resource';
import type { TransformerConfig } from './transformerConfig';
import { applyPatch } from './transformers/patches';
import { setImages } from './transformers/setImages';
import { labelFields, setPairs } from './transformers/setLabels';
import { setNamespace } from './transformers/setNamespace';
import { setReplicas } from './transformers/setReplicas';

/** Runs a kustomization's transformers over the resources, in kustomize's order, in place. */
export function transform(
  resources: readonly Resource[],
  kustomization: Kustomization,
  from: {
    files: FileTree;
    dir: string;
    path: string;
    config: TransformerConfig;
  },
): void {
  const { config, path } = from;
  for (const patch of kustomization.patches) {
    applyPatch(resources, patch, from);
  }
  if (kustomization.namespace !== '') {
    setNamespace(resources, kustomization.namespace, {
      specs: config.namespace,
      path,
    });
  }
  for (const label of kustomization.labels) {
    setPairs(resources, label.pairs, labelFields(label, config));
  }
  setPairs(
    resources,
    kustomization.commonAnnotations,
    config.commonAnnotations,
  );
  for (const replica of kustomization.replicas) {
    setReplicas(resources, replica, { specs: config.replicas, path });
  }
  for (const image of kustomization.images) {
    setImages(resources, image, { specs: config.images, path });
  }
}
