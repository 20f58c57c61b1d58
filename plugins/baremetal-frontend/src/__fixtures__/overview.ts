import type {
  EnvironmentColumn,
  EnvironmentState,
  ServiceOverview,
} from '@baremetal/backstage-plugin-baremetal-common';
import { checkoutApi, v180, v192 } from './identity';
import { openPromotion } from './promotions';
import { ago, NOW } from './time';

const ready = { ready: true, canary: false };

function healthy(
  over: Partial<EnvironmentState> & Pick<EnvironmentState, 'namespace'>,
): EnvironmentState {
  return {
    status: { tone: 'ok', words: 'Healthy' },
    since: ago(171, 'min'),
    version: v192,
    pods: {
      tone: 'ok',
      value: '2 of 2 ready',
      note: 'no restarts',
      cells: [ready, ready],
    },
    rollout: {
      tone: 'ok',
      value: 'Finished 11:44',
      note: 'took 4 min, all at once',
    },
    storage: {
      known: true,
      value: {
        tone: 'ok',
        value: '1 copy',
        note: 'no second copy, by design',
      },
    },
    capacity: {
      known: true,
      value: { tone: 'ok', value: 'Fits 14 more', note: '6 if a node dies' },
    },
    ...over,
  };
}

const stage = healthy({
  namespace: 'checkout-api-stage',
  status: { tone: 'wait', words: 'Waits for a person' },
  since: ago(29, 'min'),
  version: v180,
  next: v192,
  nextWeight: 20,
  pods: {
    tone: 'ok',
    value: '5 of 5 ready',
    note: '4 stable, 1 canary (1 restart)',
    cells: [ready, ready, ready, ready, { ready: true, canary: true }],
  },
  rollout: {
    tone: 'wait',
    value: '3 of 8 steps done',
    note: 'analysis good, next is 50 %',
  },
  capacity: {
    known: false,
    problem: { kind: 'forbidden', message: 'stage: may not list nodes' },
  },
});

const prod = healthy({
  namespace: 'checkout-api-prod',
  since: ago(10, 'd'),
  version: v180,
  pods: {
    tone: 'ok',
    value: '6 of 6 ready',
    note: 'no restarts',
    cells: [ready, ready, ready, ready, ready, { ...ready, ready: false }],
  },
  storage: {
    known: true,
    value: {
      tone: 'busy',
      value: '3 copies, 1 syncing',
      note: '45 %, about 6 min left',
    },
  },
});

function column(
  environment: string,
  state: EnvironmentState,
): EnvironmentColumn {
  return {
    environment,
    cluster: environment,
    reading: {
      cluster: environment,
      ok: true,
      value: { deployed: true, state },
      observedAt: ago(3, 's'),
    },
  };
}

/** A canary waits in stage; prod is one version behind. */
export const overview: ServiceOverview = {
  service: checkoutApi,
  verdict: {
    tone: 'wait',
    sentence:
      'Stage waits for a person for 29 min: canary 1.9.2 is good at 20 %.',
    detail:
      'Dev and prod are healthy, nothing is broken. One of three storage copies in prod is still syncing.',
  },
  action: {
    label: 'Decide on the canary in stage',
    tab: 'rollouts',
    environment: 'stage',
  },
  environments: [
    column('dev', healthy({ namespace: 'checkout-api-dev' })),
    column('stage', stage),
    column('prod', prod),
  ],
  hops: [
    {
      from: 'dev',
      to: 'stage',
      difference: 'Same version',
      done: true,
      blockedBecause: 'Done: stage already runs 1.9.2.',
    },
    {
      from: 'stage',
      to: 'prod',
      difference: '1.8.0 → 1.9.2',
      note: '10 days newer',
      done: false,
      blockedBecause: 'Not yet: the canary in stage is not finished.',
    },
  ],
  promotions: { known: true, value: [openPromotion] },
  changes: [
    {
      at: ago(5, 'min'),
      environment: 'prod',
      kind: 'moves',
      title: 'Storage copy on m-prod-11 is syncing again',
      detail: 'Copy of data-checkout-api-db-0, 45 %.',
      who: 'automatic',
    },
    {
      at: ago(29, 'min'),
      environment: 'stage',
      kind: 'waits',
      title: 'Canary 1.9.2 waits for a person at 20 %',
      detail: '5 of 5 measurements good.',
      who: 'automatic',
    },
    {
      at: ago(50, 'min'),
      environment: 'stage',
      kind: 'done',
      title: 'Rollout 1.8.0 → 1.9.2 started',
      detail: 'From pull request #479.',
      who: 'Dana Weber',
    },
    {
      at: ago(10, 'd'),
      environment: 'prod',
      kind: 'failed',
      title: '1.7.9 was aborted',
      detail: 'Success rate 0.91 < 0.99.',
      who: 'analysis',
    },
  ],
  simulated: true,
  answeredAt: NOW,
};

/** Dev is new and may be promoted; stage is silent since 14:22; prod forbids. */
export const troubledOverview: ServiceOverview = {
  ...overview,
  verdict: {
    tone: 'unknown',
    sentence: 'stage does not answer and prod may not be read.',
  },
  action: undefined,
  environments: [
    column('dev', healthy({ namespace: 'checkout-api-dev' })),
    {
      environment: 'stage',
      cluster: 'stage',
      reading: {
        cluster: 'stage',
        ok: true,
        value: {
          deployed: true,
          state: healthy({ namespace: 'checkout-api-stage', version: v180 }),
        },
        observedAt: ago(9, 'min'),
        lost: {
          since: ago(9, 'min'),
          problem: {
            kind: 'unreachable',
            message: 'stage: connection refused',
          },
        },
      },
    },
    {
      environment: 'prod',
      cluster: 'prod',
      reading: {
        cluster: 'prod',
        ok: false,
        problem: { kind: 'forbidden', message: 'prod: may not list pods' },
      },
    },
  ],
  hops: [
    {
      from: 'dev',
      to: 'stage',
      difference: '1.8.0 → 1.9.2',
      done: false,
    },
    {
      from: 'stage',
      to: 'prod',
      difference: 'not known',
      done: false,
      blockedBecause: 'Not known: prod may not be read.',
    },
  ],
  promotions: { known: true, value: [] },
  changes: [],
};
