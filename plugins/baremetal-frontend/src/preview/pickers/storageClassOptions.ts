import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import {
  parseQuantity,
  type PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { z, type infer as Infer } from 'zod/v3';
import { amountOption, placeOptions } from './options';

/** What a template says about the choice of a storage class. */
export const storageClassOptions = z
  .object({
    ...placeOptions,
    size: amountOption(parseQuantity, '20Gi').describe(
      'Size of the claim that has to find room, for example 20Gi',
    ),
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

/** Classes among which a template lets people choose. */
export function offeredClasses(
  { storageClasses }: PlatformFacts,
  { shared }: Infer<typeof storageClassOptions>,
) {
  return storageClasses.filter(({ rwx }) => rwx || !shared);
}
