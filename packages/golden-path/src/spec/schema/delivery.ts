import { z } from 'zod/v3';
import { count, seconds } from './number';
import { duration, podCount } from './text';

const step = z.union([
  z.strictObject({ setWeight: z.number().int().min(0).max(100) }),
  z.strictObject({
    pause: z.strictObject({
      duration: z
        .string()
        .regex(
          /^\d{1,5}(s|m|h)?$/,
          'write a duration like 90s, 5m or 1h; leave it out to wait for a person',
        )
        .optional(),
    }),
  }),
  z.strictObject({ analysis: z.literal(true) }),
]);

/** A question of one's own to Prometheus. */
const customQuery = z.strictObject({
  /** PromQL; `{{args.canary-hash}}` and `{{args.namespace}}` select the new version's pods. */
  query: z.string().min(1),
  /** The limit, and on which side of it is good. */
  limit: z.number().finite(),
  goodIs: z.enum(['above', 'below']),
});

const analysis = z.strictObject({
  successRate: z.number().min(0).max(1).default(0.99),
  p95LatencyMs: count(1).default(250),
  interval: z
    .string()
    .regex(/^[1-9]\d{0,4}(s|m)$/, 'write an interval like 30s or 1m')
    .default('30s'),
  count: count(1).default(5),
  failureLimit: count(0).default(2),
  custom: customQuery.optional(),
});

const DEFAULT_STEPS = [
  { setWeight: 20 },
  { pause: { duration: '1m' } },
  { analysis: true as const },
  { setWeight: 50 },
  { pause: { duration: '1m' } },
];

/** How a new version arrives. */
export const deliverySchema = z
  .strictObject({
    /**
     * `canary` step by step, `blueGreen` beside the old one and then all at once, `ab` for callers with a header or a
     * cookie and then all, `rolling` pod by pod without a Rollout.
     */
    strategy: z
      .enum(['canary', 'blueGreen', 'ab', 'rolling'])
      .default('canary'),
    steps: z.array(step).min(1).default(DEFAULT_STEPS),
    analysis: analysis.optional(),
    blueGreen: z
      .strictObject({
        /** Seconds after which the new version takes over by itself; absent: a person promotes it. */
        autoPromotionSeconds: seconds(0).optional(),
        /** Pods of the new version until then; as many as the old one has when absent. */
        previewReplicas: count(1).optional(),
        scaleDownDelaySeconds: seconds(0).default(30),
      })
      .default({}),
    ab: z
      .strictObject({
        by: z.enum(['header', 'cookie']).default('header'),
        name: z
          .string()
          .regex(/^[A-Za-z0-9_-]+$/, 'is not the name of a header or a cookie')
          .default('x-try-new'),
        value: z
          .string()
          .regex(/^[\w.-]+$/, 'must hold letters, digits, dots and dashes only')
          .default('always'),
      })
      .default({}),
    /** With a router: the old version shrinks as the new one grows, instead of staying whole. */
    dynamicStableScale: z.boolean().default(false),
    maxSurge: podCount.default('25%'),
    maxUnavailable: podCount.default(0),
    minReadySeconds: seconds(0).default(10),
    progressDeadlineSeconds: seconds(1).default(600),
  })
  .default({ analysis: {} });

/** Runs once before each new version, in the pod's own image. */
export const migrationSchema = z.strictObject({
  command: z.array(z.string().min(1)).min(1),
  /** The team promises that the old version runs on the new schema. */
  expandContract: z.boolean().default(false),
  timeout: duration.default('10m'),
});
