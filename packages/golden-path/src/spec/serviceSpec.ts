// The scaffolder builds its JSON schema from zod 3 types, so this schema is one.
import { z } from 'zod/v3';
import { parseQuantity } from '@baremetal/backstage-plugin-baremetal-common';
import { nameProblem } from './name';

const quantity = (example: string) =>
  z.string().refine(
    text => parseQuantity(text) !== undefined,
    text => ({
      message: `"${text}" is not an amount; write one like ${example}`,
    }),
  );

const name = z
  .string()
  .min(1)
  .superRefine((text, context) => {
    const message = nameProblem(text);
    if (message !== undefined) {
      context.addIssue({ code: z.ZodIssueCode.custom, message });
    }
  });

const step = z.union([
  z.strictObject({ setWeight: z.number().int().min(0).max(100) }),
  z.strictObject({
    pause: z.strictObject({
      duration: z
        .string()
        .regex(
          /^\d+(s|m|h)?$/,
          'write a duration like 90s, 5m or 1h; leave it out to wait for a person',
        )
        .optional(),
    }),
  }),
  z.strictObject({ analysis: z.literal(true) }),
]);

const environment = z.strictObject({
  name: z.string().min(1),
  replicas: z.number().int().min(0),
  cpu: quantity('250m'),
  memory: quantity('256Mi'),
  /** Needed when the service keeps data. */
  storageClass: z.string().min(1).optional(),
  size: quantity('10Gi').optional(),
});

const data = z.discriminatedUnion('shape', [
  z.strictObject({ shape: z.literal('nothing') }),
  z.strictObject({
    shape: z.literal('storeBeside'),
    engine: z.literal('postgresql').default('postgresql'),
    database: name.optional(),
  }),
  z.strictObject({
    shape: z.literal('ownFiles'),
    mountPath: z.string().startsWith('/').default('/var/lib/data'),
  }),
  z.strictObject({
    shape: z.literal('sharedFiles'),
    mountPath: z.string().startsWith('/').default('/var/lib/data'),
    accessMode: z
      .enum(['ReadWriteOnce', 'ReadWriteOncePod', 'ReadWriteMany'])
      .default('ReadWriteMany'),
  }),
]);

/**
 * What a developer answers to get a service.
 *
 * The one place that says what is allowed and what is assumed: the form, the scaffolder action, the preview and the
 * upgrade all read it. Combinations that are well formed but wrong are the rules' business, not the schema's: a claim
 * on a canaried workload parses, and `ST01` refuses it with the way out.
 */
export const serviceSpecSchema = z.strictObject({
  name: name.describe('Name of the service'),
  owner: z.string().min(1).describe('Entity ref of the group that owns it'),
  system: z
    .string()
    .min(1)
    .optional()
    .describe('Entity ref of the system it belongs to'),
  description: z
    .string()
    .max(300)
    .default('')
    .describe('What it does, in a sentence'),
  image: z
    .strictObject({
      repository: z.string().min(1),
      tag: z
        .string()
        .regex(/^[\w][\w.-]{0,127}$/, 'is not an image tag')
        .default('0.1.0'),
      digest: z
        .string()
        .regex(/^sha256:[0-9a-f]{64}$/, 'is not a digest')
        .optional(),
    })
    .describe('Image to deploy first'),
  port: z
    .number()
    .int()
    .min(1)
    .max(65535)
    .default(8080)
    .describe('Port the service listens on'),
  paths: z
    .strictObject({
      live: z.string().startsWith('/').default('/healthz'),
      ready: z.string().startsWith('/').default('/readyz'),
      metrics: z.string().startsWith('/').default('/metrics'),
    })
    .default({}),
  hardwareClass: z.string().min(1).describe('Hardware class (pool) it runs on'),
  environments: z
    .array(environment)
    .min(1)
    .describe('Sizes per environment, in promotion order'),
  data: data.default({ shape: 'nothing' }).describe('What data it keeps'),
  delivery: z
    .strictObject({
      steps: z.array(step).min(1),
      analysis: z
        .strictObject({
          successRate: z.number().min(0).max(1).default(0.99),
          p95LatencyMs: z.number().int().positive().default(250),
          interval: z
            .string()
            .regex(/^\d+(s|m)$/)
            .default('30s'),
          count: z.number().int().min(1).default(5),
          failureLimit: z.number().int().min(0).default(2),
        })
        .optional(),
      maxSurge: z
        .union([z.number().int().min(0), z.string().regex(/^\d+%$/)])
        .default('25%'),
      maxUnavailable: z
        .union([z.number().int().min(0), z.string().regex(/^\d+%$/)])
        .default(0),
      minReadySeconds: z.number().int().min(0).default(10),
      progressDeadlineSeconds: z.number().int().min(1).default(600),
    })
    .default({
      steps: [
        { setWeight: 20 },
        { pause: { duration: '1m' } },
        { analysis: true },
        { setWeight: 50 },
        { pause: { duration: '1m' } },
      ],
      analysis: {},
    })
    .describe('How a new version arrives'),
  disruption: z
    .strictObject({
      maxUnavailable: z.number().int().min(0).optional(),
      minAvailable: z.number().int().min(0).optional(),
    })
    .default({ maxUnavailable: 1 })
    .describe('How many pods a drain may take at once'),
  shutdown: z
    .strictObject({
      preStopSeconds: z.number().int().min(0).default(5),
      drainSeconds: z.number().int().min(0).default(20),
      graceSeconds: z.number().int().min(1).default(40),
    })
    .default({}),
  repo: z
    .strictObject({
      host: z.string().min(1),
      owner: z.string().min(1),
      name: z.string().min(1),
    })
    .describe('Where the repository is made'),
});

export type ServiceSpec = z.output<typeof serviceSpecSchema>;
/** The same before defaults are filled in: what a form or a caller of the API sends. */
export type ServiceAnswers = z.input<typeof serviceSpecSchema>;
