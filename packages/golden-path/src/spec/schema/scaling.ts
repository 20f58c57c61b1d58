import { z } from 'zod/v3';
import { count } from './number';
import { cronSchedule, timeZone } from './text';

const percent = z.number().int().min(1).max(100);

const trigger = z.discriminatedUnion('type', [
  /**
   * Work that waits, from a query of the whole queue: one pod per `perPod` of it. `{{namespace}}` stands for the
   * environment's namespace, where one Prometheus or one broker serves several.
   */
  z.strictObject({
    type: z.literal('queue'),
    query: z.string().min(1),
    perPod: z.number().positive().finite(),
  }),
  /** The service's own 95th percentile. */
  z.strictObject({
    type: z.literal('latency'),
    p95Ms: count(1),
  }),
  /** At least so many pods between two times. */
  z.strictObject({
    type: z.literal('cron'),
    timeZone,
    start: cronSchedule,
    end: cronSchedule,
    replicas: count(1),
  }),
  z.strictObject({ type: z.literal('cpu'), utilization: percent.default(70) }),
  z.strictObject({
    type: z.literal('memory'),
    utilization: percent.default(80),
  }),
]);

/** How many pods there are, and who decides. */
export const scalingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed') }),
  z.strictObject({
    kind: z.literal('hpa'),
    cpuUtilization: percent.optional(),
    memoryUtilization: percent.optional(),
  }),
  z.strictObject({
    kind: z.literal('keda'),
    triggers: z.array(trigger).min(1).max(6),
    /** None at all while there is nothing to do. */
    toZero: z.boolean().default(false),
  }),
]);
