import { useContext } from 'react';
import { Page } from '../ui/Page';
import { OverviewLower } from './OverviewLower';
import { OverviewTop } from './OverviewTop';
import { ShownByLayout } from './ShownByLayout';
import { useOverview } from './useOverview';

/**
 * Which version runs where, how far it is on its way, and what is in between: one card over all environments.
 *
 * @remarks
 * Our layout of the overview shows the same at the top, at full width. The card is for an installation that keeps
 * another layout, and draws nothing inside ours.
 */
export function EnvironmentsCard() {
  return useContext(ShownByLayout) ? null : <Card />;
}

function Card() {
  const { entity, fresh } = useOverview();
  return (
    <Page>
      <OverviewTop fresh={fresh} entity={entity} />
      <OverviewLower fresh={fresh} />
    </Page>
  );
}
