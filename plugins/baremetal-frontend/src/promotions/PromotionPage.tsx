import { useCallback } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { useParams } from 'react-router-dom';
import { baremetalApiRef } from '../api/BaremetalApi';
import { useFresh } from '../api/useFresh';
import { FourStates } from '../ui/FourStates';
import { Page } from '../ui/Page';
import { useT } from '../ui/useT';
import { PromotionView } from './PromotionView';

const CONCEPTS = ['promotion', 'delivery', 'storage', 'capacity'] as const;
const SHAPE = [80, 320, 200];

/** One promotion: what is missing, what changes, who may act. */
export function PromotionPage() {
  const t = useT();
  const api = useApi(baremetalApiRef);
  const { id = '' } = useParams();
  const load = useCallback(
    (signal: AbortSignal) => api.getPromotion(id, { signal }),
    [api, id],
  );
  const fresh = useFresh(load, CONCEPTS);
  return (
    <Page padded>
      <FourStates fresh={fresh} what={t('promotions.one')} shape={SHAPE}>
        {promotion => (
          <PromotionView
            key={promotion.id}
            promotion={promotion}
            reload={fresh.state === 'ready' ? fresh.reload : () => {}}
          />
        )}
      </FourStates>
    </Page>
  );
}
