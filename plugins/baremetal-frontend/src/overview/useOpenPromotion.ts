import { useCallback, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  OpenPromotionAnswer,
  OpenPromotionRequest,
} from '@baremetal/backstage-plugin-baremetal-common';
import { baremetalApiRef } from '../api/BaremetalApi';

/** Where the request for a promotion stands. */
export type Opening =
  | { readonly state: 'idle' }
  | { readonly state: 'opening' }
  | { readonly state: 'opened'; readonly answer: OpenPromotionAnswer }
  | { readonly state: 'failed'; readonly error: Error };

/** Asks for a promotion, once: a second press while the first is under way, or after it succeeded, does nothing. */
export function useOpenPromotion() {
  const api = useApi(baremetalApiRef);
  const [opening, setOpening] = useState<Opening>({ state: 'idle' });
  const taken = useRef(false);

  const open = useCallback(
    async (request: OpenPromotionRequest) => {
      // State arrives with the next render; a double click does not wait for it.
      if (taken.current) {
        return;
      }
      taken.current = true;
      setOpening({ state: 'opening' });
      try {
        setOpening({
          state: 'opened',
          answer: await api.openPromotion(request),
        });
      } catch (error) {
        taken.current = false;
        setOpening({ state: 'failed', error: error as Error });
      }
    },
    [api],
  );
  const reset = useCallback(() => setOpening({ state: 'idle' }), []);
  return { opening, open, reset };
}
