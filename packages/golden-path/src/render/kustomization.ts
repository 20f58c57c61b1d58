// The rest of the package reads its answers with zod 3, so this does too.
import { z, type ZodIssue } from 'zod/v3';
import type { FileTree } from '../types';
import { once } from './once';
import { joinPath } from './paths';
import { RenderError } from './RenderError';
import { readFile } from './parseFile';

const text = z.string();
const texts = z
  .array(text)
  .nullish()
  .transform(list => list ?? []);
const textMap = z
  .record(text)
  .nullish()
  .transform(map => map ?? {});
const flag = z
  .boolean()
  .nullish()
  .transform(on => on ?? false);
const optionalText = text.nullish().transform(value => value ?? '');

const gvk = {
  group: text.optional(),
  version: text.optional(),
  kind: text.optional(),
};

export const fieldSpecSchema = z.strictObject({
  ...gvk,
  path: text,
  create: z.boolean().optional(),
});

const generatorOptionsSchema = z.strictObject({
  labels: textMap,
  annotations: textMap,
  disableNameSuffixHash: flag,
  immutable: flag,
});

const generator = {
  name: text,
  namespace: optionalText,
  behavior: z.enum(['create', 'merge', 'replace']).default('create'),
  literals: texts,
  files: texts,
  envs: texts,
  env: text.optional(),
  options: generatorOptionsSchema.optional(),
};

const patchSchema = z.strictObject({
  path: text.optional(),
  patch: text.optional(),
  target: z
    .strictObject({
      ...gvk,
      name: text.optional(),
      namespace: text.optional(),
      labelSelector: text.optional(),
      annotationSelector: text.optional(),
    })
    .optional(),
  options: z
    .strictObject({ allowNameChange: flag, allowKindChange: flag })
    .optional(),
});

const list = <T extends z.ZodTypeAny>(item: T) =>
  z
    .array(item)
    .nullish()
    .transform(items => items ?? []);

const kustomizationSchema = z.strictObject({
  apiVersion: text.optional(),
  kind: text.default('Kustomization'),
  metadata: z.unknown(),
  namespace: optionalText,
  resources: texts,
  components: texts,
  configurations: texts,
  patches: list(patchSchema),
  images: list(
    z.strictObject({
      name: text,
      newName: optionalText,
      newTag: optionalText,
      digest: optionalText,
      tagSuffix: optionalText,
    }),
  ),
  labels: list(
    z.strictObject({
      pairs: textMap,
      includeSelectors: flag,
      includeTemplates: flag,
      fields: list(fieldSpecSchema),
    }),
  ),
  commonAnnotations: textMap,
  configMapGenerator: list(z.strictObject(generator)),
  secretGenerator: list(z.strictObject({ ...generator, type: optionalText })),
  generatorOptions: generatorOptionsSchema.optional(),
  replicas: list(z.strictObject({ name: text, count: z.number().int() })),
  sortOptions: z
    .strictObject({
      order: z.enum(['legacy', 'fifo']),
      legacySortOptions: z
        .strictObject({ orderFirst: texts, orderLast: texts })
        .optional(),
    })
    .optional(),
});

const parseKustomization = once(value => kustomizationSchema.safeParse(value));

export type Kustomization = z.output<typeof kustomizationSchema>;
export type GeneratorArguments = Kustomization['secretGenerator'][number];
export type GeneratorOptions = z.output<typeof generatorOptionsSchema>;
export type Patch = z.output<typeof patchSchema>;
export type Target = NonNullable<Patch['target']>;

/** Fields that kustomize knows and this renderer does not: deprecated ones, plugins, Helm, and name changes. */
const NOT_RENDERED: readonly string[] = [
  'bases',
  'buildMetadata',
  'commonLabels',
  'crds',
  'generators',
  'helmChartInflationGenerator',
  'helmCharts',
  'helmGlobals',
  'imageTags',
  'namePrefix',
  'nameSuffix',
  'openapi',
  'patchesJson6902',
  'patchesStrategicMerge',
  'replacements',
  'transformers',
  'validators',
  'vars',
];

const FILE_NAMES = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];

/** Path of the folder's kustomization, if it has one. */
export function findKustomization(
  files: FileTree,
  dir: string,
): string | undefined {
  const found = FILE_NAMES.map(name => joinPath(dir, name)).filter(path =>
    files.has(path),
  );
  if (found.length > 1) {
    throw new RenderError(
      dir,
      `has several kustomizations: ${found.join(', ')}`,
    );
  }
  return found[0];
}

/** Reads and checks a folder's kustomization. */
export function readKustomization(
  files: FileTree,
  dir: string,
): { path: string; kustomization: Kustomization } {
  const path = findKustomization(files, dir);
  if (path === undefined) {
    throw new RenderError(dir, 'has no kustomization.yaml');
  }
  const documents = readFile(files, path, 'json');
  if (documents.length !== 1) {
    throw new RenderError(
      path,
      documents.length === 0 ? 'is empty' : 'holds more than one document',
    );
  }
  const says = Object.keys(documents[0] ?? {});
  if (says.every(field => field === 'apiVersion' || field === 'kind')) {
    throw new RenderError(path, 'is empty');
  }
  const parsed = parseKustomization(documents[0]);
  if (!parsed.success) {
    const { issues } = parsed.error;
    const reason = issues.map(explain).join('; ');
    throw new RenderError(path, reason, issues.every(isUnsupported));
  }
  if (!['Kustomization', 'Component'].includes(parsed.data.kind)) {
    throw new RenderError(path, 'kind should be Kustomization or Component');
  }
  return { path, kustomization: parsed.data };
}

/** Whether kustomize itself would render it. */
function isUnsupported(issue: ZodIssue): boolean {
  return (
    issue.code === 'unrecognized_keys' &&
    issue.path.length === 0 &&
    issue.keys.every(key => NOT_RENDERED.includes(key))
  );
}

/** One problem of a kustomization's shape, in words. */
export function explain(issue: ZodIssue): string {
  const where = issue.path
    .map(step => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys
      .map(key =>
        where === '' && NOT_RENDERED.includes(key)
          ? `${key} is not supported here`
          : `unknown field "${where === '' ? key : `${where}.${key}`}"`,
      )
      .join('; ');
  }
  if (issue.code === 'invalid_type' && issue.expected === 'string') {
    return issue.received === 'undefined'
      ? `${where} is missing`
      : `${where} must be text, but is a ${issue.received}: put it in double quotes`;
  }
  return `${where}: ${issue.message}`;
}
