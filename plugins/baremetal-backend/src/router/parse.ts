import { InputError } from '@backstage/errors';
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
  name: z
    .string()
    .max(40)
    .regex(/^[a-z]([a-z0-9-]*[a-z0-9])?$/, 'use a-z, 0-9 and dashes'),
});

/** For routes without parameters: one that is given anyway is a mistake worth telling. */
export const nothing = z.strictObject({});
