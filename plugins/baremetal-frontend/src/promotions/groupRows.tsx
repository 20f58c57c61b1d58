import type { ReactElement } from 'react';
import { Cell, Row } from '@backstage/ui';
import { EntityName } from '../ui/EntityName';
import type { Group } from './arrange';
import {
  ActCell,
  ChangeCell,
  DriftCell,
  GatesCell,
  GroupCell,
  ServiceCell,
  StateCell,
} from './QueueCells';
import styles from './QueueTable.module.css';

const COLUMNS = 6;

/**
 * The rows of one group, its title first.
 *
 * @remarks
 * A function and not a component: the table reads its rows from its direct children.
 */
export function groupRows(group: Group): ReactElement[] {
  return [
    <Row key={group.turn} id={`group-${group.turn}`} className={styles.group}>
      <Cell colSpan={COLUMNS}>
        <GroupCell group={group} />
      </Cell>
    </Row>,
    ...group.promotions.flatMap(promotion => {
      const row = (
        <Row
          key={promotion.id}
          id={promotion.id}
          className={promotion.drift ? styles.noLine : undefined}
        >
          <Cell>
            <ServiceCell promotion={promotion} />
          </Cell>
          <Cell>
            <ChangeCell promotion={promotion} />
          </Cell>
          <Cell>
            <GatesCell promotion={promotion} />
          </Cell>
          <Cell>
            <StateCell promotion={promotion} />
          </Cell>
          <Cell className={styles.person}>
            <EntityName entityRef={promotion.requestedBy} />
          </Cell>
          <Cell>
            <ActCell promotion={promotion} />
          </Cell>
        </Row>
      );
      return promotion.drift
        ? [
            row,
            <Row
              key={`${promotion.id}-drift`}
              id={`${promotion.id}-drift`}
              className={styles.driftRow}
            >
              <Cell colSpan={COLUMNS}>
                <DriftCell drift={promotion.drift} />
              </Cell>
            </Row>,
          ]
        : [row];
    }),
  ];
}
