import type { Template } from './template';

/** What becomes of a field of an object in the chart. */
export type Treatment =
  /** It is a value. With `nothing`, an environment may leave it out. */
  | {
      readonly kind: 'value';
      readonly path: string;
      readonly nothing?: unknown;
    }
  /** It is there where another value is. */
  | { readonly kind: 'guard'; readonly path: string }
  /** No environment has it, and each may ask for it. */
  | {
      readonly kind: 'offer';
      readonly path: string;
      readonly nothing: unknown;
      readonly template: Template;
    };

/** Treatments of one object, by JSON pointer. */
export type Treatments = Readonly<Record<string, Treatment>>;

export function value(path: string, nothing?: unknown): Treatment {
  return { kind: 'value', path, ...(nothing !== undefined && { nothing }) };
}

export function guard(path: string): Treatment {
  return { kind: 'guard', path };
}

export function offer(
  path: string,
  nothing: unknown,
  template: Template,
): Treatment {
  return { kind: 'offer', path, nothing, template };
}

/** A value that is neither a map nor a list. */
export function scalar(path: string): Template {
  return { kind: 'value', path, isTree: false };
}

export function literal(text: unknown): Template {
  return { kind: 'literal', value: text };
}
