import { z } from 'zod/v3';
import { containerPath, cronSchedule, dnsName, quantity } from './text';

const MOUNT = '/var/lib/data';

/** A further claim of each replica, of the same size in every environment. */
const furtherClaim = z.strictObject({
  name: dnsName,
  mountPath: containerPath,
  size: quantity('10Gi'),
  /** The environment's class when not answered. */
  storageClass: z.string().min(1).optional(),
});

/** What data the service keeps, and where. */
export const dataSchema = z.discriminatedUnion('shape', [
  z.strictObject({ shape: z.literal('nothing') }),
  z.strictObject({
    shape: z.literal('storeBeside'),
    engine: z.literal('postgresql').default('postgresql'),
    database: dnsName.optional(),
  }),
  z.strictObject({
    shape: z.literal('ownFiles'),
    mountPath: containerPath.default(MOUNT),
    /** Beside the first claim, which has class and size of the environment. */
    furtherClaims: z.array(furtherClaim).max(5).default([]),
  }),
  z.strictObject({
    shape: z.literal('scratch'),
    mountPath: containerPath.default('/var/cache/scratch'),
  }),
  z.strictObject({
    shape: z.literal('sharedFiles'),
    mountPath: containerPath.default(MOUNT),
    accessMode: z
      .enum(['ReadWriteOnce', 'ReadWriteOncePod', 'ReadWriteMany'])
      .default('ReadWriteMany'),
  }),
]);

/** Snapshots of every claim that lives longer than its pod. */
export const snapshotsSchema = z.strictObject({
  schedule: cronSchedule.default('0 2 * * *'),
  /** How many are kept. */
  keep: z.number().int().min(1).max(30).default(7),
});
