import { InputError } from '@backstage/errors';
import { nameProblem } from '@baremetal/golden-path';
import { z } from 'zod';

/** Checks what came from outside. @throws InputError - naming each field that is wrong */
export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success) {
    throw new InputError(z.prettifyError(result.error));
  }
  return result.data;
}

/** Path of a component. */
export const serviceName = z.object({
  namespace: z.string().min(1).max(63),
  name: z.string().min(1).max(63),
});

/** What a new service may be called: its namespaces and objects are named after it. */
export const newName = z.object({
  name: z.string().superRefine((name, context) => {
    const problem = nameProblem(name);
    if (problem) context.addIssue({ code: 'custom', message: problem });
  }),
});

/** For routes without parameters: one that is given anyway is a mistake worth telling. */
export const nothing = z.strictObject({});
