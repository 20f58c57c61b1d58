import { isObject, type JsonObject } from '../../render/Resource';
import type { RecordedValue } from './ValueRecorder';

/** What each value is for: shown by editors, and by Helm when one is wrong. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  image: 'The image of the service. Promotions write tag and digest.',
  replicas: 'Pods of the service.',
  resources: 'What a pod of the service asks for, and its limits.',
  minReadySeconds: 'Seconds that a pod must stay ready before the next one.',
  partition: 'Replicas with a lower number keep the old version.',
  spread: 'What happens when pods cannot be spread over power domains.',
  suspend: 'Whether no further run is started.',
  scaling: 'Least and most pods.',
  promotion: 'When a new version takes over.',
  hostname: 'Name under which callers reach it; empty for none.',
  storage: 'Class and size of its claims.',
  store: 'The database beside the service.',
  credentials: 'Where its password lies in the secret store.',
  migration: 'The Job that changes the database.',
  snapshots: 'What takes snapshots.',
  dump: 'The nightly dump of the database.',
  disruptionBudget: 'Whether a drain takes one pod at a time.',
  config: 'Settings of the service, as text. Nothing secret.',
  overrides: 'What else differs between environments.',
};

/**
 * What Helm holds the values of an environment to.
 *
 * A number that should be text would become another tag, or a setting that Kubernetes refuses; a value that is missing
 * would leave out a field without a word.
 */
export function valuesSchema(values: readonly RecordedValue[]): JsonObject {
  const root: Node = { inner: new Map() };
  for (const value of values) add(root, value.path.split('.'), value);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    ...schemaOf(root),
    additionalProperties: false,
  };
}

interface Node {
  readonly inner: Map<string, Node>;
  value?: RecordedValue;
}

function add(
  node: Node,
  [step, ...rest]: readonly string[],
  value: RecordedValue,
): void {
  if (step === undefined) {
    node.value = value;
    return;
  }
  const inner = node.inner.get(step) ?? { inner: new Map() };
  node.inner.set(step, inner);
  add(inner, rest, value);
}

function schemaOf(node: Node): JsonObject {
  if (node.value !== undefined) return valueSchema(node.value);
  const required = [...node.inner].filter(([, inner]) => isRequired(inner));
  return {
    type: 'object',
    ...(required.length > 0 && { required: required.map(([key]) => key) }),
    properties: Object.fromEntries(
      [...node.inner].map(([key, inner]) => [
        key,
        { ...described(key), ...schemaOf(inner) },
      ]),
    ),
  };
}

function described(key: string): JsonObject {
  const description = Object.hasOwn(DESCRIPTIONS, key)
    ? DESCRIPTIONS[key]
    : undefined;
  return description === undefined ? {} : { description };
}

function isRequired({ value, inner }: Node): boolean {
  return value === undefined
    ? [...inner.values()].some(isRequired)
    : value.nothing === undefined && !value.versions.includes(undefined);
}

function valueSchema({ path, versions, nothing }: RecordedValue): JsonObject {
  const samples = [...versions, nothing].filter(sample => sample !== undefined);
  const types = new Set(samples.map(typeOf));
  const [type] = types;
  if (types.size !== 1 || type === undefined) return {};
  if (path === 'config') {
    return { type, additionalProperties: { type: 'string' } };
  }
  const [sample] = samples;
  return isImage(path) && isObject(sample)
    ? {
        type,
        required: ['repository', 'tag'],
        properties: Object.fromEntries(
          Object.keys(sample).map(key => [key, { type: 'string' }]),
        ),
        additionalProperties: false,
      }
    : { type };
}

function isImage(path: string): boolean {
  return path === 'image' || path.endsWith('.image');
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (value === null) return 'null';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
