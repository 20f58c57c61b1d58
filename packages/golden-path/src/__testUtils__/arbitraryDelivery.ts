import fc from 'fast-check';
import type { Arbitrary } from './arbitraryAnswer';
import { duration, query } from './arbitraryText';

const step = fc.oneof(
  fc.integer({ min: 0, max: 100 }).map(setWeight => ({ setWeight })),
  fc.constant({ pause: {} }),
  duration.map(time => ({ pause: { duration: time } })),
  fc.constant({ analysis: true as const }),
);

const analysis = fc.record(
  {
    successRate: fc.constantFrom(0, 0.5, 0.999, 1),
    p95LatencyMs: fc.integer({ min: 1, max: 60_000 }),
    interval: fc.constantFrom('10s', '1m'),
    count: fc.integer({ min: 1, max: 20 }),
    failureLimit: fc.integer({ min: 0, max: 5 }),
    custom: fc.record({
      query,
      limit: fc.constantFrom(-1, 0, 0.001, 1e9),
      goodIs: fc.constantFrom('above' as const, 'below' as const),
    }),
  },
  { requiredKeys: [] },
);

const podCount = fc.oneof(
  fc.integer({ min: 0, max: 5 }),
  fc.constantFrom('0%', '25%', '100%'),
);

/** Times and numbers that every arrival has, whatever its strategy. */
const pace = fc
  .record(
    {
      maxSurge: podCount,
      maxUnavailable: podCount,
      minReadySeconds: fc.integer({ min: 0, max: 60 }),
      progressDeadlineSeconds: fc.integer({ min: 61, max: 900 }),
    },
    { requiredKeys: [] },
  )
  // AV09: with neither a pod more nor a pod less nothing changes.
  .filter(
    ({ maxSurge = 1, maxUnavailable = 0 }) =>
      parseInt(`${maxSurge}`, 10) + parseInt(`${maxUnavailable}`, 10) > 0,
  );

/** How a new version arrives, in every way that is allowed. */
export const delivery: Arbitrary<'delivery'> = fc
  .tuple(
    pace,
    fc.record(
      {
        strategy: fc.constantFrom('canary', 'blueGreen', 'ab', 'rolling'),
        steps: fc.array(step, { minLength: 1, maxLength: 6 }),
        analysis,
        blueGreen: fc.record(
          {
            autoPromotionSeconds: fc.constantFrom(0, 1, 600),
            previewReplicas: fc.integer({ min: 1, max: 12 }),
            scaleDownDelaySeconds: fc.constantFrom(0, 30, 3600),
          },
          { requiredKeys: [] },
        ),
        ab: fc.record(
          {
            by: fc.constantFrom('header', 'cookie'),
            name: fc.constantFrom('x-try-new', 'beta', '_'),
            // PD05: ingress-nginx knows no other value of a cookie.
            value: fc.constant('always'),
          },
          { requiredKeys: [] },
        ),
        dynamicStableScale: fc.boolean(),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([times, rest]) => ({ ...times, ...rest }));
