// The scaffolder builds its JSON schema from zod 3 types, so this schema is one.
import { z } from 'zod/v3';
import { dataSchema, snapshotsSchema } from './schema/data';
import { deliverySchema, migrationSchema } from './schema/delivery';
import { environmentSchema } from './schema/environment';
import { edgeSchema, egressSchema, exposureSchema } from './schema/exposure';
import {
  disruptionSchema,
  jobSchema,
  productionSyncSchema,
  shutdownSchema,
  sloSchema,
} from './schema/operations';
import { scalingSchema } from './schema/scaling';
import { branchName, dnsName } from './schema/text';

/**
 * What a developer answers to get a service.
 *
 * The one place that says what is allowed and what is assumed: the form, the scaffolder action, the preview and the
 * upgrade all read it. Combinations that are well formed but wrong are the rules' business, not the schema's: a claim
 * on a canaried workload parses, and `ST01` refuses it with the way out.
 */
export const serviceSpecSchema = z.strictObject({
  archetype: z
    .enum(['service', 'worker', 'job'])
    .default('service')
    .describe(
      'Whether it answers requests, works off a queue, or runs by a schedule',
    ),
  language: z
    .enum(['typescript', 'go'])
    .default('typescript')
    .describe('Language of the source skeleton'),
  packaging: z
    .enum(['kustomize', 'helm'])
    .default('kustomize')
    .describe(
      'Whether environments are Kustomize overlays or values of a Helm chart',
    ),
  name: dnsName.describe('Name of the service'),
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
    .describe('Port the service listens on; health and metrics are there too'),
  paths: z
    .strictObject({
      live: z.string().startsWith('/').default('/healthz'),
      ready: z.string().startsWith('/').default('/readyz'),
      metrics: z.string().startsWith('/').default('/metrics'),
    })
    .default({}),
  hardwareClass: z.string().min(1).describe('Hardware class (pool) it runs on'),
  environments: z
    .array(environmentSchema)
    .min(1)
    .describe('Sizes per environment, in promotion order'),
  data: dataSchema.default({ shape: 'nothing' }).describe('What data it keeps'),
  snapshots: snapshotsSchema
    .optional()
    .describe('Snapshots of its claims; none when absent'),
  delivery: deliverySchema.describe('How a new version arrives'),
  migration: migrationSchema
    .optional()
    .describe('Changes the database before a new version starts'),
  exposure: exposureSchema
    .default({ kind: 'clusterOnly' })
    .describe('Who reaches it, and through what'),
  edge: edgeSchema.describe('What stands before the cluster'),
  egress: egressSchema.describe('What it calls: everything else is denied'),
  scaling: scalingSchema
    .default({ kind: 'fixed' })
    .describe('How many pods there are, and who decides'),
  recommendations: z
    .boolean()
    .default(false)
    .describe('Whether a VPA recommends requests, without setting them'),
  slo: sloSchema.describe('What it promises its callers'),
  job: jobSchema.optional().describe('Schedule of a job'),
  productionSync: productionSyncSchema
    .default({ mode: 'automated' })
    .describe('When Argo CD applies what is merged to production'),
  disruption: disruptionSchema.describe(
    'How many pods a drain may take at once',
  ),
  shutdown: shutdownSchema,
  repo: z
    .strictObject({
      host: z.string().min(1),
      owner: z.string().min(1),
      name: z.string().min(1),
      // Without a default: the lock files of repositories on `main` do not name it.
      defaultBranch: branchName
        .optional()
        .describe('Branch that is deployed; main when absent'),
    })
    .describe('Where the repository is made'),
});

export type ServiceSpec = z.output<typeof serviceSpecSchema>;
/** The same before defaults are filled in: what a form or a caller of the API sends. */
export type ServiceAnswers = z.input<typeof serviceSpecSchema>;
