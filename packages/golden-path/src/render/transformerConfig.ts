import { z } from 'zod/v3';
import type { FileTree } from '../types';
import * as builtin from './builtinFieldSpecs';
import { NAME_REFERENCES, type NameReference } from './builtinNameReferences';
import { type FieldSpec, mergeFieldSpecs } from './fieldSpecs';
import { explain, fieldSpecSchema } from './kustomization';
import { once } from './once';
import { fileBelow } from './paths';
import { RenderError } from './RenderError';
import { readFile } from './parseFile';

/** Which fields the transformers touch. */
export interface TransformerConfig {
  readonly namespace: readonly FieldSpec[];
  readonly commonLabels: readonly FieldSpec[];
  readonly labels: readonly FieldSpec[];
  readonly templateLabels: readonly FieldSpec[];
  readonly commonAnnotations: readonly FieldSpec[];
  readonly images: readonly FieldSpec[];
  readonly replicas: readonly FieldSpec[];
  readonly nameReference: readonly NameReference[];
}

/** What holds without any `configurations:`. */
export const BUILTIN_CONFIG: TransformerConfig = {
  namespace: builtin.NAMESPACE,
  commonLabels: builtin.COMMON_LABELS,
  labels: [],
  templateLabels: builtin.TEMPLATE_LABELS,
  commonAnnotations: builtin.COMMON_ANNOTATIONS,
  images: builtin.IMAGES,
  replicas: builtin.REPLICAS,
  nameReference: NAME_REFERENCES,
};

const specs = z.array(fieldSpecSchema).default([]);

const configSchema = z.strictObject({
  namespace: specs,
  commonLabels: specs,
  labels: specs,
  templateLabels: specs,
  commonAnnotations: specs,
  images: specs,
  replicas: specs,
  // Prefixes, suffixes and variables are not rendered; what configures them is read and left alone.
  namePrefix: specs,
  nameSuffix: specs,
  varReference: specs,
  nameReference: z
    .array(
      z.strictObject({
        group: z.string().optional(),
        version: z.string().optional(),
        kind: z.string().optional(),
        fieldSpecs: specs,
      }),
    )
    .default([]),
});

const parseConfig = once(value => configSchema.safeParse(value));

/** Reads the files that `configurations:` names. */
export function readConfigurations(
  files: FileTree,
  dir: string,
  paths: readonly string[],
): TransformerConfig[] {
  return paths.map(relative => {
    const path = fileBelow(dir, relative);
    if (!files.has(path)) {
      throw new RenderError(path, 'is named as a configuration but not there');
    }
    const parsed = parseConfig(readFile(files, path, 'json')[0] ?? {});
    if (!parsed.success) {
      throw new RenderError(path, parsed.error.issues.map(explain).join('; '));
    }
    return parsed.data;
  });
}

export function mergeConfig(
  config: TransformerConfig,
  more: TransformerConfig,
): TransformerConfig {
  if (config === more) {
    return config;
  }
  return {
    namespace: mergeFieldSpecs(config.namespace, more.namespace),
    commonLabels: mergeFieldSpecs(config.commonLabels, more.commonLabels),
    labels: mergeFieldSpecs(config.labels, more.labels),
    templateLabels: mergeFieldSpecs(config.templateLabels, more.templateLabels),
    commonAnnotations: mergeFieldSpecs(
      config.commonAnnotations,
      more.commonAnnotations,
    ),
    images: mergeFieldSpecs(config.images, more.images),
    replicas: mergeFieldSpecs(config.replicas, more.replicas),
    nameReference: mergeNameReferences(
      config.nameReference,
      more.nameReference,
    ),
  };
}

function mergeNameReferences(
  references: readonly NameReference[],
  more: readonly NameReference[],
): NameReference[] {
  const merged = [...references];
  for (const reference of more) {
    const index = merged.findIndex(known =>
      (['group', 'version', 'kind'] as const).every(
        key => (known[key] ?? '') === (reference[key] ?? ''),
      ),
    );
    const known = merged[index];
    if (known) {
      merged[index] = {
        ...known,
        fieldSpecs: mergeFieldSpecs(known.fieldSpecs, reference.fieldSpecs),
      };
    } else {
      merged.push(reference);
    }
  }
  return merged;
}
