import { z } from 'zod/v3';
import { count } from './number';
import { quantity } from './text';

/** Sizes of the service in one environment. */
export const environmentSchema = z.strictObject({
  name: z.string().min(1),
  /** Pods; the least of them when the service is scaled. */
  replicas: count(0),
  /** Most pods when the service is scaled; three times the replicas when not answered. */
  maxReplicas: count(1).optional(),
  cpu: quantity('250m'),
  memory: quantity('256Mi'),
  /** Needed when the service keeps data. */
  storageClass: z.string().min(1).optional(),
  size: quantity('10Gi').optional(),
  /** Name by which people and programs outside reach it; `<service>-<environment>.<domain of the platform>` otherwise. */
  hostname: z
    .string()
    .regex(
      /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/,
      'is not a host name; write one like orders.example.com',
    )
    .optional(),
});
