import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { baremetalApiRef } from '../api/BaremetalApi';
import { useFresh } from '../api/useFresh';
import { FourStates } from '../ui/FourStates';
import { Page } from '../ui/Page';
import { Fact } from '../ui/Status';
import { useT } from '../ui/useT';
import { QueueView } from './QueueView';

const CONCEPTS = ['promotion', 'delivery'] as const;
const SHAPE = [56, 40, 480];

/** Every open promotion, by whose turn it is. */
export function QueuePage() {
  const t = useT();
  const api = useApi(baremetalApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getPromotions({ signal }),
    [api],
  );
  const fresh = useFresh(load, CONCEPTS);
  return (
    <Page padded>
      <FourStates
        fresh={fresh}
        what={t('promotions.what')}
        shape={SHAPE}
        empty={queue =>
          queue.promotions.length === 0 ? (
            <Fact tone="ok" detail={t('promotions.empty.detail')}>
              {t('promotions.empty.title')}
            </Fact>
          ) : undefined
        }
      >
        {queue => <QueueView queue={queue} />}
      </FourStates>
    </Page>
  );
}
