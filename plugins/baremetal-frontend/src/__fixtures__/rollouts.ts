import type {
  MeasurementView,
  PodView,
  RolloutDetail,
  RolloutStepView,
  ServiceRollouts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { checkoutApi, v180, v192 } from './identity';
import { ago, NOW } from './time';

function step(
  number: number,
  kind: RolloutStepView['kind'],
  value: string,
  over: Partial<RolloutStepView> = {},
): RolloutStepView {
  return { number, kind, value, state: 'next', note: '', ...over };
}

const steps: RolloutStepView[] = [
  step(1, 'setWeight', '5 %', {
    state: 'done',
    note: 'took 1 min',
    startedAt: ago(50, 'min'),
    finishedAt: ago(49, 'min'),
  }),
  step(2, 'pause', '5 min', {
    state: 'done',
    note: 'took 5 min',
    startedAt: ago(49, 'min'),
    finishedAt: ago(44, 'min'),
  }),
  step(3, 'analysis', '20 %', {
    state: 'done',
    note: 'took 15 min',
    startedAt: ago(44, 'min'),
    finishedAt: ago(29, 'min'),
  }),
  step(4, 'person', 'Person', {
    state: 'current',
    note: 'for 29 min',
    startedAt: ago(29, 'min'),
  }),
  step(5, 'setWeight', '50 %', { note: 'next' }),
  step(6, 'pause', '10 min'),
  step(7, 'setWeight', '80 %'),
  step(8, 'pause', '10 min'),
];

function measured(
  values: readonly number[],
  isGood: (value: number) => boolean,
): MeasurementView[] {
  return values.map((value, index) => ({
    at: ago(41 - index * 3, 'min'),
    value,
    outcome: isGood(value) ? 'good' : 'miss',
  }));
}

function pod(name: string, over: Partial<PodView> = {}): PodView {
  return {
    name: `checkout-api-${name}`,
    node: 'm-stage-01',
    domain: 'pdu-a',
    role: 'stable',
    status: { tone: 'ok', words: 'Ready' },
    startedAt: ago(11, 'd'),
    restarts: 0,
    ...over,
  };
}

const stage: RolloutDetail = {
  kind: 'Rollout',
  name: 'checkout-api',
  namespace: 'checkout-api-stage',
  phase: 'paused',
  status: { tone: 'wait', words: 'Waits for a person' },
  stable: v180,
  canary: v192,
  weight: 20,
  weightIs: 'pods',
  since: ago(29, 'min'),
  steps,
  stepWords: '3 of 8 steps done',
  analyses: [
    {
      name: 'checkout-api-7c4b6-3',
      step: 3,
      phase: 'successful',
      status: { tone: 'ok', words: 'Good' },
      startedAt: ago(44, 'min'),
      finishedAt: ago(29, 'min'),
      metrics: [
        {
          name: 'success-rate',
          rule: 'at least 0.99, 2 misses allowed',
          limit: { value: 0.99, goodIsAbove: true },
          status: { tone: 'ok', words: '5 of 5 good' },
          measurements: measured(
            [0.997, 0.996, 0.998, 0.997, 0.998],
            value => value >= 0.99,
          ),
          query: 'sum(rate(http_requests_total{code!~"5.."}[2m]))',
          words: 'Last 0.998, worst 0.996. No measurement missed the limit.',
        },
        {
          name: 'p95 latency',
          rule: 'at most 250 ms, 2 misses allowed',
          limit: { value: 250, goodIsAbove: false },
          status: { tone: 'ok', words: '4 of 5 good' },
          measurements: [
            ...measured([201, 192, 288, 186], value => value <= 250),
            { at: ago(29, 'min'), outcome: 'noData' },
          ],
          words: 'Last 186 ms, worst 288 ms.',
        },
      ],
    },
  ],
  weights: [
    { from: ago(50, 'min'), until: ago(44, 'min'), weight: 5 },
    { from: ago(44, 'min'), weight: 20 },
  ],
  pods: [
    pod('6d8f9-2kqxv'),
    pod('6d8f9-7hw4n', { node: 'm-stage-02' }),
    pod('6d8f9-jc5zt', { node: 'm-stage-03', domain: 'pdu-b' }),
    pod('6d8f9-wq9rb', { node: 'm-stage-04', domain: 'pdu-b' }),
    pod('7c4b6-x7k2p', {
      role: 'canary',
      node: 'm-stage-05',
      domain: 'pdu-c',
      startedAt: ago(50, 'min'),
      restarts: 1,
      lastRestart: '1 restart 48 min ago: liveness probe timed out',
    }),
  ],
  revisions: [
    {
      revision: 12,
      version: v192,
      startedAt: ago(50, 'min'),
      outcome: { tone: 'wait', words: 'Waits for a person' },
      why: 'Step 4 of 8, at 20 %',
    },
    {
      revision: 11,
      version: v180,
      startedAt: ago(11, 'd'),
      outcome: { tone: 'ok', words: 'Finished' },
      why: 'All steps done',
    },
  ],
  guard: [
    {
      tone: 'ok',
      sentence: 'Analysis is good, 5 of 5 measurements.',
      detail: 'success-rate 0.998 (≥ 0.99)',
    },
    { tone: 'ok', sentence: 'All 5 pods are ready.' },
  ],
  verbs: [
    {
      verb: 'promote',
      label: 'Promote one step',
      enabled: true,
      words: 'To 50 % now, then a pause of 10 min.',
    },
    {
      verb: 'abort',
      label: 'Abort',
      enabled: true,
      words: 'All traffic back to 1.8.0.',
    },
    {
      verb: 'retry',
      label: 'Retry',
      enabled: false,
      words: 'Nothing to retry: this rollout is neither aborted nor failed.',
    },
  ],
};

const finished: RolloutDetail = {
  ...stage,
  namespace: 'checkout-api-dev',
  phase: 'healthy',
  status: { tone: 'ok', words: 'Healthy' },
  stable: v192,
  canary: undefined,
  weight: undefined,
  steps: steps.map(one => ({ ...one, state: 'done' })),
  stepWords: 'finished 2 h 51 min ago',
  analyses: [],
  weights: [],
  guard: [],
  verbs: [],
};

function stateAfterAbort(number: number): RolloutStepView['state'] {
  if (number < 3) {
    return 'done';
  }
  return number === 3 ? 'failed' : 'next';
}

const aborted: RolloutDetail = {
  ...stage,
  namespace: 'checkout-api-prod',
  phase: 'aborted',
  status: { tone: 'bad', words: 'Aborted' },
  message:
    'Metric "success-rate" assessed Failed due to failed (3) > failureLimit (2)',
  weight: 0,
  steps: steps.map(one => ({
    ...one,
    state: stateAfterAbort(one.number),
    note: one.number === 3 ? 'aborted 9 min ago' : '',
  })),
  stepWords: '2 of 8 steps done',
  weights: [
    { from: ago(30, 'min'), until: ago(24, 'min'), weight: 5 },
    { from: ago(24, 'min'), until: ago(9, 'min'), weight: 20 },
    { from: ago(9, 'min'), weight: 0 },
  ],
};

function column(environment: string, details: readonly RolloutDetail[]) {
  return {
    environment,
    cluster: environment,
    reading: {
      cluster: environment,
      ok: true,
      value: details,
      observedAt: ago(3, 's'),
    },
  } as const;
}

/** Dev is done, stage waits for a person, prod was aborted. */
export const rollouts: ServiceRollouts = {
  service: checkoutApi,
  verdict: {
    tone: 'wait',
    sentence:
      'Stage waits for a person for 29 min: 1.9.2 gets 20 % and both metrics are good.',
    detail: 'Promote one step and it goes to 50 %.',
  },
  environments: [
    column('dev', [finished]),
    column('stage', [stage]),
    column('prod', [aborted]),
  ],
  simulated: true,
  answeredAt: NOW,
};
