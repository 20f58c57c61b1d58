import type {
  GateState,
  GateView,
  PromotionDetail,
  PromotionPreview,
  PromotionQueue,
  PromotionSummary,
} from '@baremetal/backstage-plugin-baremetal-common';
import { checkoutApi, v180, v192 } from './identity';
import { ago, NOW } from './time';

const TITLES = {
  rolloutHealthy: 'Rollout healthy',
  sameDigest: 'Same digest',
  fits: 'Fits',
  storageHealthy: 'Storage healthy',
  noOtherPromotion: 'No other promotion',
  fourEyes: 'Four eyes',
} as const;

const SENTENCES = {
  rolloutHealthy: 'dev serves 1.9.2 on 2 of 2 pods, no restarts.',
  sameDigest: 'The digest sha256:7c1ea90f… is equal on 2 pods.',
  fits: 'stage has room for 17 more pods and needs 2, even after losing a node.',
  storageHealthy: '2 of 2 copies are up to date.',
  noOtherPromotion: 'No other promotion into stage is open.',
  fourEyes: 'Requested by Dana Weber, so another person must approve.',
} as const;

/** Gates in which those named stand otherwise than passed. */
export function gates(
  states: Partial<Record<GateView['id'], GateState>> = {},
): GateView[] {
  return (Object.keys(TITLES) as GateView['id'][]).map(id => ({
    id,
    title: TITLES[id],
    state: states[id] ?? 'passed',
    sentence: SENTENCES[id],
    observedAt: ago(4, 's'),
  }));
}

const diff = {
  path: 'deploy/overlays/stage/kustomization.yaml',
  lines: [
    { kind: 'same', number: 11, text: 'images:' },
    {
      kind: 'same',
      number: 12,
      text: '  - name: registry.example/shop/checkout-api',
    },
    { kind: 'removed', number: 13, text: '    newTag: "1.8.0"' },
    { kind: 'added', number: 13, text: '    newTag: "1.9.2"' },
  ],
} as const;

export const preview: PromotionPreview = {
  service: checkoutApi,
  from: 'dev',
  to: 'stage',
  current: v180,
  candidate: v192,
  diff,
  gates: gates({ fourEyes: 'person' }),
  verdict: {
    tone: 'ok',
    sentence: 'stage would run 1.9.2 instead of 1.8.0: one line in one file.',
    detail: 'Another person approves and merges it.',
  },
  openable: true,
  expect: { digest: v192.digest ?? '', baseCommit: 'c0d2f18e' },
};

export const openPromotion: PromotionSummary = {
  id: 'checkout-api-stage-479',
  service: checkoutApi,
  owner: 'group:default/team-payments',
  system: 'system:default/shop',
  from: 'dev',
  to: 'stage',
  current: v180,
  candidate: v192,
  state: 'ready',
  status: { tone: 'wait', words: 'Ready' },
  turn: 'you',
  gates: gates({ fourEyes: 'person' }),
  unmet: 'All green but your approval.',
  whoMayAct: 'You or anyone else of platform.',
  requestedBy: 'user:default/dana',
  requestedAt: ago(19, 'min'),
  changeUrl: 'http://127.0.0.1:3/shop/checkout-api/pulls/479',
  changeNumber: 479,
  imageOnly: true,
  headCommit: '4be91d7c00000000000000000000000000000000',
};

export const detail: PromotionDetail = {
  ...openPromotion,
  verdict: {
    tone: 'wait',
    sentence: 'Ready, but for one person: somebody else than Dana must approve.',
  },
  diff,
  repository: 'shop/checkout-api',
  baseBranch: 'main',
  baseCommit: 'c0d2f18e11111111111111111111111111111111',
  approvals: [],
  approve: { enabled: true, words: 'Binds your approval to 4be91d7c.' },
  merge: { enabled: false, words: 'Needs 1 approval of another person.' },
  simulated: true,
  answeredAt: NOW,
};

function summary(
  name: string,
  over: Partial<PromotionSummary>,
): PromotionSummary {
  return {
    ...openPromotion,
    id: `${name}-${over.to ?? 'stage'}`,
    service: {
      entityRef: `component:default/${name}`,
      name,
      kubernetesId: name,
    },
    ...over,
  };
}

export const queue: PromotionQueue = {
  verdict: {
    tone: 'wait',
    sentence: '2 wait for you; 1 is blocked by capacity.',
  },
  promotions: [
    openPromotion,
    summary('mail-relay', {
      owner: 'group:default/team-notify',
      to: 'prod',
      from: 'stage',
      requestedBy: 'user:default/lea',
      requestedAt: ago(41, 'min'),
      current: { ...v180, text: '0.14.0' },
      candidate: { ...v192, text: '0.14.1' },
    }),
    summary('ranker', {
      owner: 'group:default/team-search',
      to: 'prod',
      from: 'stage',
      turn: 'stuck',
      state: 'blocked',
      status: { tone: 'bad', words: 'Blocked' },
      gates: gates({ fits: 'failed', fourEyes: 'person' }),
      unmet: 'Needs 3 more cores on compute after losing a node.',
      whoMayAct: 'team-search asks for less, or platform frees 3 cores.',
      imageOnly: false,
      requestedAt: ago(220, 'min'),
    }),
    summary('cart-api', {
      owner: 'group:default/team-shop',
      to: 'prod',
      from: 'stage',
      turn: 'stuck',
      state: 'aborted',
      status: { tone: 'bad', words: 'Aborted' },
      gates: gates({ rolloutHealthy: 'failed' }),
      unmet: 'Success rate 0.961 is below 0.99.',
      whoMayAct: 'team-shop or platform.',
      drift: 'Git says 1.9.2, prod serves 1.8.0 since the abort.',
      requestedAt: ago(81, 'min'),
    }),
    summary('geo-api', {
      owner: 'group:default/team-browse',
      turn: 'others',
      state: 'checking',
      status: { tone: 'busy', words: 'Checking' },
      gates: gates({
        fits: 'pending',
        storageHealthy: 'unknown',
        sameDigest: 'warning',
      }),
      unmet: 'Two gates are not known yet.',
      whoMayAct: 'Nobody: checks run.',
      requestedAt: ago(40, 's'),
    }),
    summary('search-api', {
      owner: 'group:default/team-search',
      turn: 'moving',
      state: 'canary',
      status: { tone: 'busy', words: 'Canary 3/8' },
      gates: gates({ rolloutHealthy: 'pending' }),
      unmet: '20 % to 2.9.0.',
      whoMayAct: 'On-call may abort.',
      current: { ...v180, text: '2.8.1' },
      candidate: { ...v192, text: '2.9.0' },
      requestedAt: ago(14, 'min'),
    }),
  ],
  simulated: true,
  answeredAt: NOW,
};
