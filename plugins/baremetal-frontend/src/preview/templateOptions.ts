import type { ServiceSpec } from '@baremetal/golden-path';

/** What a template has decided for everybody who uses it: its `ui:options`, the same on each page. */
export interface TemplateOptions {
  readonly archetype: ServiceSpec['archetype'];
  /** The only way of keeping data that the template offers; every way when absent. */
  readonly shape?: ServiceSpec['data']['shape'];
  /** The service is there already, in a repository and perhaps in the catalog. */
  readonly existing?: true;
}

export const PLAIN_SERVICE: TemplateOptions = { archetype: 'service' };

const ARCHETYPES: readonly TemplateOptions['archetype'][] = [
  'service',
  'worker',
  'job',
];
const SHAPES: readonly NonNullable<TemplateOptions['shape']>[] = [
  'nothing',
  'storeBeside',
  'ownFiles',
  'scratch',
  'sharedFiles',
];

/**
 * The template's options, with what was chosen on its first page: a template for services that exist asks what the
 * service is, because it writes no source for one kind only.
 */
export function chosenTemplate(
  uiSchema: Parameters<typeof parseTemplateOptions>[0],
  formData: { readonly archetype?: unknown } | undefined,
): TemplateOptions {
  const options = parseTemplateOptions(uiSchema);
  const chosen = ARCHETYPES.find(known => known === formData?.archetype);
  return options.existing && chosen
    ? { ...options, archetype: chosen }
    : options;
}

/** A template without options, or with ones that nobody knows, makes a plain service. */
export function parseTemplateOptions(
  uiSchema: { readonly 'ui:options'?: object } | undefined,
): TemplateOptions {
  const given: { archetype?: unknown; shape?: unknown; existing?: unknown } =
    uiSchema?.['ui:options'] ?? {};
  const archetype = ARCHETYPES.find(known => known === given.archetype);
  const shape = SHAPES.find(known => known === given.shape);
  return {
    archetype: archetype ?? PLAIN_SERVICE.archetype,
    ...(shape && { shape }),
    ...(given.existing === true && { existing: true }),
  };
}
