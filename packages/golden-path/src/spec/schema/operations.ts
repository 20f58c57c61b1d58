import { z } from 'zod/v3';
import { count, seconds } from './number';
import { cronSchedule, duration, timeZone } from './text';

/** How many pods a drain may take at once. */
export const disruptionSchema = z
  .strictObject({
    maxUnavailable: count(0).optional(),
    minAvailable: count(0).optional(),
  })
  .default({ maxUnavailable: 1 });

/** How a pod ends. */
export const shutdownSchema = z
  .strictObject({
    preStopSeconds: seconds(0).default(5),
    drainSeconds: seconds(0).default(20),
    graceSeconds: seconds(1).default(40),
  })
  .default({});

/** What the service promises its callers. */
export const sloSchema = z
  .strictObject({
    /** Share of the requests that succeed, over 30 days. */
    availability: z.number().min(0.5).max(0.99999).default(0.99),
    /** Usual requests per second; absent when nobody knows. */
    expectedRps: z.number().min(0).finite().optional(),
    /** No moment without a pod that answers, a new version's arrival included. */
    zeroDowntime: z.boolean().default(false),
  })
  .default({});

/** Only of a scheduled job: when it runs, and when it is given up. */
export const jobSchema = z.strictObject({
  schedule: cronSchedule,
  timeZone,
  /** What happens when the last run has not ended yet. */
  overlap: z.enum(['Allow', 'Forbid', 'Replace']).default('Forbid'),
  timeout: duration.default('30m'),
  retries: z.number().int().min(0).max(10).default(2),
});

/** When Argo CD applies what is merged to production. */
export const productionSyncSchema = z.discriminatedUnion('mode', [
  /** At once: the promotion's approval is the gate. */
  z.strictObject({ mode: z.literal('automated') }),
  /** When a person syncs it. */
  z.strictObject({ mode: z.literal('manual') }),
  /** In a window. */
  z.strictObject({
    mode: z.literal('window'),
    schedule: cronSchedule.default('0 8 * * 1-5'),
    duration: duration.default('8h'),
    timeZone,
  }),
]);
