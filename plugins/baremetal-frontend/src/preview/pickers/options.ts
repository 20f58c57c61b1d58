import type {
  FitQuestion,
  PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { z, type ZodTypeAny, type infer as Infer } from 'zod/v3';

/** Where a picker asks, as its template says it. */
export const placeOptions = {
  environments: z
    .array(z.string())
    .optional()
    .describe('Environments that are asked about; all when not said'),
  environmentsFrom: z
    .string()
    .optional()
    .describe('The answer of the same form that lists the environments'),
};

/** An amount that a template says, in the words of Kubernetes; a mistyped one must not count as none. */
export function amountOption(
  parse: (text: string) => number | undefined,
  example: string,
) {
  return z
    .string()
    .refine(text => parse(text) !== undefined, {
      message: `is not an amount; write one like ${example}`,
    })
    .optional();
}

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

/** Environments that a field asks about: those the template names, those answered elsewhere in the form, or all. */
export function environmentsOf(
  options: {
    readonly environments?: readonly string[];
    readonly environmentsFrom?: string;
  },
  formData: object | undefined,
  platform: PlatformFacts,
): readonly string[] {
  if (options.environments) return options.environments;
  const answered = new Map<string, unknown>(Object.entries(formData ?? {})).get(
    options.environmentsFrom ?? '',
  );
  const names = (Array.isArray(answered) ? answered : []).filter(
    (each): each is string => typeof each === 'string' && each !== '',
  );
  return names.length > 0
    ? names
    : platform.environments.map(({ name }) => name);
}

/** Asks each environment for what it has; of a pod without a size, only whether there are machines and disks. */
export function questionTo(
  environments: readonly string[],
  pod = { cpuMillis: 0, memoryBytes: 0 },
): FitQuestion {
  return {
    environments: environments.map(environment => ({ environment, ...pod })),
  };
}
