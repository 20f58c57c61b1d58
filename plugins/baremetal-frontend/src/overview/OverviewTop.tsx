import { useRouteRef } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { RiArrowRightLine } from '@remixicon/react';
import type { ServiceOverview } from '@baremetal/backstage-plugin-baremetal-common';
import type { EntityKey } from '../api/BaremetalApi';
import type { Fresh } from '../api/useFresh';
import { capacityRouteRef, rolloutsRouteRef, storageRouteRef } from '../routes';
import { FourStates } from '../ui/FourStates';
import { Label } from '../ui/Mono';
import { Panel } from '../ui/Panel';
import { Fact } from '../ui/Status';
import { useT } from '../ui/useT';
import { Verdict } from '../ui/Verdict';
import { EnvironmentFlow } from './EnvironmentFlow';

const SHAPE = [56, 440];

/** Verdict and environments. */
export function OverviewTop(props: {
  fresh: Fresh<ServiceOverview>;
  entity: EntityKey;
}) {
  const t = useT();
  return (
    <FourStates
      fresh={props.fresh}
      what={t('overview.what')}
      shape={SHAPE}
      empty={overview =>
        overview.environments.length === 0 ? (
          <Fact tone="unknown" detail={t('overview.empty.detail')}>
            {t('overview.empty.title')}
          </Fact>
        ) : undefined
      }
    >
      {overview => <Ready overview={overview} entity={props.entity} />}
    </FourStates>
  );
}

function Ready(props: { overview: ServiceOverview; entity: EntityKey }) {
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
