import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { parseQuantity } from '@baremetal/backstage-plugin-baremetal-common';
import { z } from 'zod/v3';

/** What a template says about the choice of a storage class. */
export const storageClassOptions = z
  .object({
    environments: z
      .array(z.string())
      .optional()
      .describe('Environments that are asked about; all when not said'),
    environmentsFrom: z
      .string()
      .optional()
      .describe('The answer of the same form that lists the environments'),
    size: z
      .string()
      .refine(text => parseQuantity(text) !== undefined, {
        message: 'is not an amount; write one like 20Gi',
      })
      .optional()
      .describe('Size of the claim that has to find room, for example 20Gi'),
    shared: z
      .boolean()
      .optional()
      .describe('Whether several nodes mount it for writing'),
  })
  .strict();

export const storageClassSchema = makeFieldSchema({
  output: zod => zod.string().describe('Name of a storage class'),
  uiOptions: () => storageClassOptions,
});
