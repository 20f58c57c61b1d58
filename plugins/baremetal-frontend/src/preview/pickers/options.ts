import type { ZodTypeAny, infer as Infer } from 'zod/v3';

/** What a template says to a field: read, or the first thing that is wrong with it, for the template's author. */
export type ReadOptions<T> =
  | { readonly ok: true; readonly options: T }
  | { readonly ok: false; readonly problem: string };

/** The `ui:options` of a field. */
export function readOptions<S extends ZodTypeAny>(
  schema: S,
  uiSchema: object | undefined,
): ReadOptions<Infer<S>> {
  const given: unknown = new Map<string, unknown>(
    Object.entries(uiSchema ?? {}),
  ).get('ui:options');
  const read = schema.safeParse(given ?? {});
  if (read.success) return { ok: true, options: read.data };
  const [issue] = read.error.issues;
  const place = ['ui:options', ...(issue?.path ?? [])].join('.');
  return { ok: false, problem: `${place}: ${issue?.message ?? ''}` };
}

/** Environments that a field asks about: those the template names, or those answered elsewhere in the form. */
export function environmentsOf(
  options: {
    readonly environments?: readonly string[];
    readonly environmentsFrom?: string;
  },
  formData: object | undefined,
): readonly string[] | undefined {
  if (options.environments) return options.environments;
  const { environmentsFrom } = options;
  if (environmentsFrom === undefined) return undefined;
  const answered = new Map<string, unknown>(Object.entries(formData ?? {})).get(
    environmentsFrom,
  );
  if (!Array.isArray(answered)) return undefined;
  const names = answered.filter(
    (each): each is string => typeof each === 'string' && each !== '',
  );
  return names.length > 0 ? names : undefined;
}
