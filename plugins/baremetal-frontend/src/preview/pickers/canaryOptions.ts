import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { z } from 'zod/v3';

/** What a template says about the service whose canary is planned. */
export const canaryOptions = z
  .object({
    replicas: z
      .number()
      .int()
      .min(1)
      .optional()
      .describe(
        'Pods that the picture shows, with where they are; none when not said',
      ),
    environment: z
      .string()
      .optional()
      .describe('Where those pods are, in words of the picture'),
    routed: z
      .boolean()
      .optional()
      .describe('Whether a gateway or an ingress divides the requests'),
    interval: z
      .string()
      .regex(/^[1-9]\d{0,4}(s|m|h)?$/, 'write a duration like 90s, 5m or 1h')
      .optional()
      .describe('Time between two measurements of an analysis'),
    count: z
      .number()
      .int()
      .min(1)
      .optional()
      .describe('How often an analysis measures'),
  })
  .strict();

export const canarySchema = makeFieldSchema({
  output: zod =>
    zod
      .array(
        zod.union([
          zod.object({ setWeight: zod.number().int().min(0).max(100) }),
          zod.object({
            pause: zod.object({ duration: zod.string().optional() }),
          }),
          zod.object({ analysis: zod.literal(true) }),
        ]),
      )
      .describe('Steps of a canary, as a service spec has them'),
  uiOptions: () => canaryOptions,
});
