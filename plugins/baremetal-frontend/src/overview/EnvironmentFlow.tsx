import { Fragment, type CSSProperties } from 'react';
import type { ServiceOverview } from '@baremetal/backstage-plugin-baremetal-common';
import type { EntityKey } from '../api/BaremetalApi';
import { groupByEnvironment } from '../ui/groupByEnvironment';
import { EnvironmentBox } from './EnvironmentBox';
import { Hop } from './Hop';
import styles from './EnvironmentFlow.module.css';

/** Environments in promotion order with what lies between them; columns stack on narrow pages. */
export function EnvironmentFlow(props: {
  overview: ServiceOverview;
  entity: EntityKey;
}) {
  const { overview, entity } = props;
  const groups = groupByEnvironment(overview.environments);
  const columns = groups
    .map((_, index) =>
      index === 0 ? 'minmax(0, 1fr)' : '188px minmax(0, 1fr)',
    )
    .join(' ');
  return (
    <div
      className={styles.flow}
      style={{ '--bm-columns': columns } as CSSProperties}
    >
      {groups.map((group, index) => {
        const from = groups[index - 1]?.environment;
        const hop = overview.hops.find(
          one => one.from === from && one.to === group.environment,
        );
        return (
          <Fragment key={group.environment}>
            {hop ? (
              <Hop hop={hop} service={overview.service} entity={entity} />
            ) : (
              index > 0 && <span />
            )}
            <div
              className={`${styles.clusters} ${
                group.columns.length === 1 ? styles.aligned : ''
              }`}
            >
              {group.columns.map(column => (
                <EnvironmentBox
                  key={column.cluster}
                  column={column}
                  aligned={group.columns.length === 1}
                  marked={overview.action?.environment === column.environment}
                />
              ))}
            </div>
          </Fragment>
        );
      })}
    </div>
  );
}
