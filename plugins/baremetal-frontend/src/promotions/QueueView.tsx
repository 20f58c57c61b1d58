import { useState } from 'react';
import { Button } from '@backstage/ui';
import { RiSortDesc } from '@remixicon/react';
import type { PromotionQueue } from '@baremetal/backstage-plugin-baremetal-common';
import { ObservedAt } from '../ui/ObservedAt';
import { Fact } from '../ui/Status';
import { useT } from '../ui/useT';
import { Verdict } from '../ui/Verdict';
import { arrange, placesOf } from './arrange';
import { filterPromotions, NO_FILTER } from './filterPromotions';
import { GateKey } from './GateKey';
import { QueueFilter } from './QueueFilter';
import { QueueTable } from './QueueTable';
import styles from './QueueView.module.css';

/** The queue, drawn. */
export function QueueView(props: { queue: PromotionQueue }) {
  const t = useT();
  const { queue } = props;
  const [filter, setFilter] = useState(NO_FILTER);
  const [places, setPlaces] = useState(() => placesOf(queue.promotions));
  const { groups, changed } = arrange(
    filterPromotions(queue.promotions, filter),
    places,
  );
  return (
    <>
      <Verdict
        verdict={queue.verdict}
        simulated={queue.simulated}
        meta={<ObservedAt at={queue.answeredAt} />}
      />
      <QueueFilter
        promotions={queue.promotions}
        filter={filter}
        onChange={setFilter}
      />
      {changed > 0 ? (
        <div className={styles.changed} role="status">
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiSortDesc />}
            onPress={() => setPlaces(placesOf(queue.promotions))}
          >
            {t('promotions.filter.changed', { count: changed })}
          </Button>
        </div>
      ) : null}
      {groups.length === 0 && changed === 0 ? (
        <Fact tone="unknown">{t('promotions.filter.nothing')}</Fact>
      ) : (
        <QueueTable groups={groups} />
      )}
      <GateKey />
    </>
  );
}
