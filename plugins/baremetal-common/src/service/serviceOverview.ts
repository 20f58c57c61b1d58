import type { Known } from '../wire/reading';
import type { PromotionSummary } from '../wire/promotionView';
import type {
  EnvironmentColumn,
  ServiceIdentity,
  ServiceOverview,
} from '../wire/serviceOverview';
import { KUBERNETES_ID } from '../annotations';
import { toChanges } from './changes';
import { toEnvironmentState } from './environmentState';
import { toHops } from './hops';
import type { OverviewPlace } from './overviewInput';
import { summarizeOverview } from './summarizeOverview';

/** Everything that the overview joins. */
export interface OverviewFacts {
  readonly service: ServiceIdentity;
  /** In promotion order. */
  readonly places: readonly OverviewPlace[];
  readonly promotions: Known<readonly PromotionSummary[]>;
  readonly hasRepository: boolean;
  /** Set when the one who looks may not ask for promotions: who may, as people call them. */
  readonly promotionsOnlyFor?: string;
  readonly simulated: boolean;
}

/** One service over all clusters: the only place where concepts are joined. */
export function toServiceOverview(
  facts: OverviewFacts,
  now: Date,
): ServiceOverview {
  const { service, places, promotions, hasRepository, simulated } = facts;
  return {
    service,
    ...summarizeOverview(places, now),
    environments: places.map(place => toColumn(place, service)),
    hops: toHops(places, {
      openPromotions: promotions.known ? promotions.value : [],
      hasRepository,
      onlyFor: facts.promotionsOnlyFor,
    }),
    promotions,
    changes: toChanges(places),
    simulated,
    answeredAt: now.toISOString(),
  };
}

function toColumn(
  { environment, cluster, namespace, rollouts, lines }: OverviewPlace,
  { kubernetesId }: ServiceIdentity,
): EnvironmentColumn {
  if (!rollouts.ok) {
    return { environment, cluster, reading: rollouts };
  }
  const [main, ...beside] = rollouts.value;
  return {
    environment,
    cluster,
    reading: {
      ...rollouts,
      value: main
        ? { deployed: true, state: toEnvironmentState(main, beside, lines) }
        : {
            deployed: false,
            why: `No workload in namespace ${namespace} carries the label ${KUBERNETES_ID}: ${kubernetesId}.`,
          },
    },
  };
}
