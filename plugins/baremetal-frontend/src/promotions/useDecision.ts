import { useCallback, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { baremetalApiRef } from '../api/BaremetalApi';

export type DecisionVerb = 'approve' | 'merge';

/** Where a decision stands. */
export type Decision =
  | { readonly state: 'idle' }
  | { readonly state: 'sending'; readonly verb: DecisionVerb }
  | {
      readonly state: 'done';
      readonly verb: DecisionVerb;
      readonly headCommit: string;
    }
  | { readonly state: 'failed'; readonly error: Error };

/**
 * Approves or merges one promotion; a second press while one is under way does nothing.
 *
 * @param settled - Called after each try, also a failed one: what is shown may be old then.
 */
export function useDecision(id: string, settled: () => void) {
  const api = useApi(baremetalApiRef);
  const [decision, setDecision] = useState<Decision>({ state: 'idle' });
  const busy = useRef(false);

  const decide = useCallback(
    async (verb: DecisionVerb, headCommit: string) => {
      if (busy.current) {
        return;
      }
      busy.current = true;
      setDecision({ state: 'sending', verb });
      try {
        await (verb === 'approve'
          ? api.approvePromotion(id, { headCommit })
          : api.mergePromotion(id, { headCommit }));
        setDecision({ state: 'done', verb, headCommit });
      } catch (error) {
        setDecision({ state: 'failed', error: error as Error });
      } finally {
        busy.current = false;
        settled();
      }
    },
    [api, id, settled],
  );
  return { decision, decide };
}
