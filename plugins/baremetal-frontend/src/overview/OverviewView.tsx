import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { RiArrowRightLine } from '@remixicon/react';
import type { ServiceOverview } from '@baremetal/backstage-plugin-baremetal-common';
import type { EntityKey } from '../api/BaremetalApi';
import { capacityRouteRef, rolloutsRouteRef, storageRouteRef } from '../routes';
import { Panel } from '../ui/Panel';
import { Label } from '../ui/Mono';
import { Verdict } from '../ui/Verdict';
import { useT } from '../ui/useT';
import { Changes } from './Changes';
import { EnvironmentFlow } from './EnvironmentFlow';
import { OpenPromotions } from './OpenPromotions';
import styles from './OverviewView.module.css';

/** The overview, drawn. */
export function OverviewView(props: {
  overview: ServiceOverview;
  entity: EntityKey;
}) {
  const t = useT();
  const { overview, entity } = props;
  const answering = overview.environments.filter(
    ({ reading }) => reading.ok && !reading.lost,
  ).length;
  return (
    <>
      <Verdict
        verdict={overview.verdict}
        simulated={overview.simulated}
        action={<NextStep action={overview.action} />}
      />
      <Panel
        title={t('overview.title')}
        end={
          <Label>
            {t('overview.answering', {
              answering: String(answering),
              all: String(overview.environments.length),
            })}
          </Label>
        }
      >
        <EnvironmentFlow overview={overview} entity={entity} />
      </Panel>
      <div className={styles.lower}>
        <OpenPromotions promotions={overview.promotions} />
        <Changes
          changes={overview.changes}
          environments={overview.environments.map(column => column.environment)}
        />
      </div>
    </>
  );
}

function NextStep(props: { action: ServiceOverview['action'] }) {
  const links = {
    rollouts: useRouteRef(rolloutsRouteRef),
    storage: useRouteRef(storageRouteRef),
    capacity: useRouteRef(capacityRouteRef),
  };
  const { action } = props;
  const link = action && links[action.tab];
  if (!action || !link) {
    return null;
  }
  const search = new URLSearchParams({ environment: action.environment });
  return (
    <ButtonLink
      variant="primary"
      href={`${link()}?${search}`}
      iconEnd={<RiArrowRightLine />}
    >
      {action.label}
    </ButtonLink>
  );
}
