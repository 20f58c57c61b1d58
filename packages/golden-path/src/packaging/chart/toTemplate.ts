import { isEqual } from '../../render/isEqual';
import { fieldOf } from '../../render/fields';
import { isObject, type JsonObject } from '../../render/Resource';
import { escaped, fallbackPath } from './fallbackPath';
import { textTemplate } from './textTemplate';
import type { Entry, Template } from './template';
import type { Treatments } from './treatment';
import type { ValueRecorder } from './ValueRecorder';

/** What is known while an object becomes a template. */
export interface TemplateContext {
  /** Name of the object's file, without its ending. */
  readonly file: string;
  readonly treatments: Treatments;
  readonly recorder: ValueRecorder;
  /** One per environment, as everything that is called versions here. */
  readonly namespaces: readonly string[];
  /** Names that the settings of each environment have by their content. */
  readonly configNames: readonly string[];
  readonly images: ReadonlyMap<string, string>;
}

/**
 * The template that gives each environment its version of an object, or of a part of it.
 *
 * @param versions - one per environment; `undefined` where the part is not there
 * @param pointer - where in the object it is
 */
export function toTemplate(
  versions: readonly unknown[],
  pointer: string,
  context: TemplateContext,
): Template {
  const treatment = context.treatments[pointer];
  if (treatment?.kind === 'value') {
    return valueTemplate(versions, pointer, context);
  }
  const there = versions.filter(version => version !== undefined);
  if (there.every(isText)) {
    return (
      textTemplate(versions as readonly (string | undefined)[], {
        ...context,
        pointer,
      }) ?? equalOrValue(versions, pointer, context)
    );
  }
  if (there.every(isObject) && !isSometimesEmpty(there)) {
    return mapTemplate(versions as readonly (JsonObject | undefined)[], {
      pointer,
      context,
    });
  }
  if (there.every(Array.isArray) && isOneLength(there as unknown[][])) {
    return listTemplate(
      versions as readonly (readonly unknown[] | undefined)[],
      { pointer, context },
    );
  }
  return equalOrValue(versions, pointer, context);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** A map without any field would read as nothing at all. */
function isSometimesEmpty(maps: readonly JsonObject[]): boolean {
  return (
    maps.some(map => Object.keys(map).length === 0) &&
    maps.some(map => Object.keys(map).length > 0)
  );
}

function isOneLength(lists: readonly (readonly unknown[])[]): boolean {
  return lists.every(({ length }) => length === lists[0]?.length);
}

interface Place {
  readonly pointer: string;
  readonly context: TemplateContext;
}

function mapTemplate(
  versions: readonly (JsonObject | undefined)[],
  { pointer, context }: Place,
): Extract<Template, { kind: 'map' | 'literal' }> {
  const keys = new Set(versions.flatMap(map => Object.keys(map ?? {})));
  const entries: Entry[] = [];
  for (const key of keys) {
    const at = `${pointer}/${escaped(key)}`;
    const fields = versions.map(map => fieldOf(map, key));
    const isThere = versions.map((map, i) =>
      map === undefined ? undefined : fields[i] !== undefined,
    );
    const guard = guardOf(isThere, at, context);
    const template = toTemplate(fields, at, context);
    entries.push({ key, template, ...(guard !== undefined && { guard }) });
  }
  entries.push(...offersAt(pointer, keys, context));
  return entries.every(isPlain)
    ? { kind: 'literal', value: versions.find(map => map !== undefined) }
    : { kind: 'map', entries };
}

function isPlain({ template, guard }: Entry): boolean {
  return template.kind === 'literal' && guard === undefined;
}

/** The value that says whether a field is there; `undefined` when it always is. */
function guardOf(
  isThere: readonly (boolean | undefined)[],
  at: string,
  { treatments, recorder, file }: TemplateContext,
): string | undefined {
  const treatment = treatments[at];
  if (treatment?.kind === 'guard') {
    recorder.offer(treatment.path, '');
    return treatment.path;
  }
  if (treatment?.kind === 'value' && treatment.nothing !== undefined) {
    recorder.offer(treatment.path, treatment.nothing);
    return treatment.path;
  }
  if (!isThere.includes(false)) return undefined;
  const path = fallbackPath('has', file, at);
  recorder.record(path, isThere);
  return path;
}

/** Fields that no environment has and each may ask for. */
function offersAt(
  pointer: string,
  keys: ReadonlySet<string>,
  { treatments, recorder }: TemplateContext,
): Entry[] {
  return Object.entries(treatments).flatMap(([at, treatment]) => {
    const key = at.slice(pointer.length + 1);
    if (
      treatment.kind !== 'offer' ||
      !at.startsWith(`${pointer}/`) ||
      key.includes('/')
    ) {
      return [];
    }
    const name = key.replaceAll('~1', '/').replaceAll('~0', '~');
    if (keys.has(name)) return [];
    const { path, nothing, template } = treatment;
    recorder.offer(path, nothing);
    return [{ key: name, template, guard: path }];
  });
}

function listTemplate(
  versions: readonly (readonly unknown[] | undefined)[],
  { pointer, context }: Place,
): Template {
  const first = versions.find(list => list !== undefined) ?? [];
  const items = first.map((_, index) =>
    toTemplate(
      versions.map(list => list?.[index]),
      `${pointer}/${index}`,
      context,
    ),
  );
  return items.every(({ kind }) => kind === 'literal')
    ? { kind: 'literal', value: first }
    : { kind: 'list', items };
}

function equalOrValue(
  versions: readonly unknown[],
  pointer: string,
  context: TemplateContext,
): Template {
  const there = versions.filter(version => version !== undefined);
  return there.every(version => isEqual(version, there[0]))
    ? { kind: 'literal', value: there[0] }
    : valueTemplate(versions, pointer, context);
}

/** Under the name that was thought of; under the name of its place when that one means something else already. */
function valueTemplate(
  versions: readonly unknown[],
  pointer: string,
  { treatments, recorder, file }: TemplateContext,
): Template {
  const treatment = treatments[pointer];
  const isTree = versions.every(
    version => version === undefined || typeof version === 'object',
  );
  if (
    treatment?.kind === 'value' &&
    recorder.record(treatment.path, versions)
  ) {
    return { kind: 'value', path: treatment.path, isTree };
  }
  const path = fallbackPath('at', file, pointer);
  recorder.record(path, versions);
  return { kind: 'value', path, isTree };
}
