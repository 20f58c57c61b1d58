import type { ServiceOverview } from '@baremetal/backstage-plugin-baremetal-common';
import type { Fresh } from '../api/useFresh';
import { BackendClock } from '../ui/clock';
import { Changes } from './Changes';
import { OpenPromotions } from './OpenPromotions';

/** Open promotions and what changed lately; while there is nothing to show, the part above says so. */
export function OverviewLower(props: { fresh: Fresh<ServiceOverview> }) {
  const { fresh } = props;
  if (fresh.state !== 'ready' || fresh.value.environments.length === 0) {
    return null;
  }
  const { promotions, changes, environments, answeredAt } = fresh.value;
  return (
    <BackendClock answeredAt={answeredAt} receivedAt={fresh.receivedAt}>
      <OpenPromotions promotions={promotions} />
      <Changes
        changes={changes}
        environments={environments.map(column => column.environment)}
      />
    </BackendClock>
  );
}
