import { toRolloutDetails } from '../../delivery/toRolloutDetails';
import {
  NOW,
  pod,
  promoted,
  rows,
  set,
} from '../../delivery/__fixtures__/checkout';
import type { RolloutDetail } from '../../wire/rolloutView';
import type { TwoLines } from '../../wire/serviceOverview';
import type { OverviewPlace } from '../overviewInput';
import { toServiceOverview, type OverviewFacts } from '../serviceOverview';

const SERVICE = {
  entityRef: 'component:default/checkout-api',
  name: 'checkout-api',
  kubernetesId: 'checkout-api',
};
export const AT = '2026-11-22T14:30:58Z';
export const good = (value: string, note: string): TwoLines => ({
  tone: 'ok',
  value,
  note,
});

export const waiting = toRolloutDetails(rows(), NOW);
export const healthy = (tag: '1.8.0' | '1.9.2'): readonly RolloutDetail[] => {
  const hash = tag === '1.9.2' ? 'next' : 'stable';
  return toRolloutDetails(
    rows({
      rollouts: [promoted({ currentPodHash: hash, stableHash: hash })],
      pods: [pod('one', hash), pod('two', hash)],
      replicaSets: [set(hash)],
    }),
    NOW,
  );
};

export function place(
  environment: string,
  value: readonly RolloutDetail[],
  changes: Partial<OverviewPlace> = {},
): OverviewPlace {
  return {
    environment,
    cluster: environment,
    namespace: `checkout-api-${environment}`,
    rollouts: { cluster: environment, ok: true, value, observedAt: AT },
    lines: {
      storage: {
        known: true,
        value: good('2 copies, all good', 'and 1 tie-breaker'),
      },
      capacity: {
        known: true,
        value: good('Fits 17 more', '9 if a node dies'),
      },
    },
    ...changes,
  };
}

export const overview = (
  places: readonly OverviewPlace[],
  changes: Partial<OverviewFacts> = {},
) =>
  toServiceOverview(
    {
      service: SERVICE,
      places,
      promotions: { known: true, value: [] },
      hasRepository: true,
      simulated: true,
      ...changes,
    },
    NOW,
  );

export const usual = () => [
  place('dev', healthy('1.9.2')),
  place('stage', waiting),
  place('prod', healthy('1.8.0')),
];

