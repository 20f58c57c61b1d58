import { RenderError } from './RenderError';
import {
  type Gvk,
  gvkOf,
  isObject,
  isSelected,
  type JsonObject,
} from './Resource';

/** Which field of which kinds a transformer touches, in kustomize's notation. */
export interface FieldSpec extends Gvk {
  /** Steps joined by `/`; lists are passed through, and `\/` is a slash inside of a step. */
  readonly path: string;
  /** Make the field where it is missing. */
  readonly create?: boolean;
}

interface Walk {
  readonly create: boolean;
  /** What a missing field starts as; `undefined` means that none is made. */
  readonly empty: (() => unknown) | undefined;
  readonly visit: (holder: JsonObject, key: string) => void;
}

/**
 * Calls `visit` for each place in the object that the spec names.
 *
 * @param options - `empty` makes the value that a missing field starts with
 */
export function visitFields(
  object: JsonObject,
  spec: FieldSpec,
  options: {
    visit: (holder: JsonObject, key: string) => void;
    empty?: () => unknown;
  },
): void {
  if (isSelected(gvkOf(object), spec)) {
    walk(object, stepsOf(spec), {
      create: spec.create ?? false,
      empty: options.empty,
      visit: options.visit,
    });
  }
}

function walk(value: unknown, steps: readonly string[], how: Walk): void {
  if (value === null || value === undefined) {
    return;
  }
  if (Array.isArray(value)) {
    for (const item of value) {
      walk(item, steps, how);
    }
    return;
  }
  if (!isObject(value)) {
    throw new RenderError(
      steps.join('/'),
      `expected a map or a list, found ${JSON.stringify(value)}`,
    );
  }
  const [step = '', ...rest] = steps;
  const isList = step.endsWith('[]');
  const key = isList ? step.slice(0, -2) : step;
  if ((value[key] ?? null) === null) {
    if (!how.create || how.empty === undefined || isList) {
      return;
    }
    value[key] = rest.length === 0 ? how.empty() : {};
  }
  if (rest.length === 0) {
    how.visit(value, key);
  } else {
    walk(value[key], rest, how);
  }
}

/** Specs are the same for every object, and splitting costs more than walking. */
const knownSteps = new WeakMap<FieldSpec, readonly string[]>();

function stepsOf(spec: FieldSpec): readonly string[] {
  let steps = knownSteps.get(spec);
  if (steps === undefined) {
    steps = splitPath(spec.path);
    knownSteps.set(spec, steps);
  }
  return steps;
}

function splitPath(path: string): string[] {
  return path
    .split(/(?<!\\)\//)
    .filter((step, index) => step !== '' || index > 0)
    .map(step => step.replaceAll('\\/', '/'));
}

/** Adds specs; one that says the same as another is left out. */
export function mergeFieldSpecs(
  specs: readonly FieldSpec[],
  more: readonly FieldSpec[],
): FieldSpec[] {
  const merged = [...specs];
  for (const spec of more) {
    const same = merged.find(
      known => known.path === spec.path && isSelected(known, spec),
    );
    if (!same) {
      merged.push(spec);
    } else if ((same.create ?? false) !== (spec.create ?? false)) {
      throw new RenderError(
        spec.path,
        'two field specs disagree about `create` ("conflicting fieldspecs")',
      );
    }
  }
  return merged;
}
