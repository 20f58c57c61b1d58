import { Fragment } from 'react';
import type { EntityContentLayoutProps } from '@backstage/plugin-catalog-react/alpha';
import { Page } from '../ui/Page';
import { CatalogWarnings } from './CatalogWarnings';
import { OverviewLower } from './OverviewLower';
import { OverviewTop } from './OverviewTop';
import { ShownByLayout } from './ShownByLayout';
import { useOverview } from './useOverview';
import styles from './OverviewLayout.module.css';

/** The overview of a service: verdict and environments at full width, then everything else beside the info cards. */
export function OverviewLayout(props: EntityContentLayoutProps) {
  const { entity, fresh } = useOverview();
  const info = props.cards.filter(card => card.type === 'info');
  const content = props.cards.filter(card => card.type !== 'info');
  return (
    <ShownByLayout.Provider value>
      <Page>
        <CatalogWarnings />
        <OverviewTop fresh={fresh} entity={entity} />
        <div className={styles.lower}>
          <div className={styles.column}>
            <OverviewLower fresh={fresh} />
            <Cards cards={content} />
          </div>
          <div className={styles.column}>
            <Cards cards={info} />
          </div>
        </div>
      </Page>
    </ShownByLayout.Provider>
  );
}

function Cards(props: { cards: EntityContentLayoutProps['cards'] }) {
  return (
    <>
      {props.cards.map(({ element }, index) => (
        <Fragment key={element.key ?? index}>{element}</Fragment>
      ))}
    </>
  );
}
