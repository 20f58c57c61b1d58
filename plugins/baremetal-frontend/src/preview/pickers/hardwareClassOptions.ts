import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { z } from 'zod/v3';

/** What a template says about the choice of a hardware class. */
export const hardwareClassOptions = z
  .object({
    environments: z
      .array(z.string())
      .optional()
      .describe('Environments that are asked about; all when not said'),
    environmentsFrom: z
      .string()
      .optional()
      .describe('The answer of the same form that lists the environments'),
    cpu: z
      .string()
      .optional()
      .describe('CPU of the pod whose room is counted, for example 500m'),
    memory: z
      .string()
      .optional()
      .describe('Memory of the pod whose room is counted, for example 1Gi'),
    mayBeNew: z
      .boolean()
      .optional()
      .describe('Whether a class may be typed that no machine is of yet'),
  })
  .strict();

export const hardwareClassSchema = makeFieldSchema({
  output: zod => zod.string().describe('Name of a hardware class'),
  uiOptions: () => hardwareClassOptions,
});
