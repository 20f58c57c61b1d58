import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import {
  parseMillicores,
  parseQuantity,
} from '@baremetal/backstage-plugin-baremetal-common';
import { z } from 'zod/v3';
import { amountOption, placeOptions } from './options';

/** What a template says about the choice of a hardware class. */
export const hardwareClassOptions = z
  .object({
    ...placeOptions,
    cpu: amountOption(parseMillicores, '500m').describe(
      'CPU of the pod whose room is counted, for example 500m',
    ),
    memory: amountOption(parseQuantity, '1Gi').describe(
      'Memory of the pod whose room is counted, for example 1Gi',
    ),
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
