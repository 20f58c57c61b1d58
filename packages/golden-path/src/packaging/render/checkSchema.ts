import { RenderError } from '../../render/RenderError';
import { isObject, type JsonObject } from '../../render/Resource';

const KEYWORDS = [
  '$schema',
  'additionalProperties',
  'description',
  'properties',
  'required',
  'type',
];

/** Files that are at fault. */
export interface CheckedFiles {
  readonly schema: string;
  readonly values: string;
}

/**
 * Holds values to a chart's schema, as Helm does before it renders anything.
 *
 * @throws {@link RenderError} for values that do not fit, and for a schema that says more than ours do
 */
export function checkSchema(
  values: unknown,
  schema: unknown,
  files: CheckedFiles,
  at: readonly string[] = [],
): void {
  if (schema === true) return;
  if (!isObject(schema)) {
    throw new RenderError(files.schema, 'is no schema');
  }
  const unknown = Object.keys(schema).find(key => !KEYWORDS.includes(key));
  if (unknown !== undefined) {
    throw new RenderError(
      files.schema,
      `asks for "${unknown}", which only Helm can tell`,
      true,
    );
  }
  checkType(values, schema, files, at);
  if (isObject(values)) checkFields(values, schema, files, at);
}

function checkType(
  value: unknown,
  { type }: JsonObject,
  { values: file }: CheckedFiles,
  at: readonly string[],
): void {
  if (type === undefined || isOfType(value, type)) return;
  const hint = type === 'string' ? '; write it in quotes' : '';
  throw new RenderError(
    file,
    `says ${JSON.stringify(value)} for ${placeOf(
      at,
    )}, which should be of the type ${type}${hint}`,
  );
}

function checkFields(
  values: JsonObject,
  schema: JsonObject,
  files: CheckedFiles,
  at: readonly string[],
): void {
  const {
    required = [],
    properties = {},
    additionalProperties = true,
  } = schema;
  if (!Array.isArray(required) || !isObject(properties)) {
    throw new RenderError(files.schema, 'is no schema');
  }
  for (const key of required) {
    if (!Object.hasOwn(values, key)) {
      throw new RenderError(
        files.values,
        `says nothing for ${placeOf([...at, key])}`,
      );
    }
  }
  for (const [key, value] of Object.entries(values)) {
    const inner = Object.hasOwn(properties, key)
      ? properties[key]
      : additionalProperties;
    if (inner === false) {
      throw new RenderError(
        files.values,
        `says something for ${placeOf([
          ...at,
          key,
        ])}, which the chart does not know`,
      );
    }
    checkSchema(value, inner, files, [...at, key]);
  }
}

function isOfType(value: unknown, type: unknown): boolean {
  switch (type) {
    case 'object':
      return isObject(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'null':
      return value === null;
    default:
      return typeof value === type;
  }
}

function placeOf(at: readonly string[]): string {
  return at.length === 0 ? 'everything' : at.join('.');
}
