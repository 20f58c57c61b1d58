import { useEffect, useMemo, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  FitAnswer,
  PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { baremetalApiRef } from '../api/BaremetalApi';
import { fitQuestion } from './fitQuestion';
import type { CreateFormData } from './formData';
import { type Proof, prove } from './prove';
import { usePlatform } from './usePlatform';

/** How long after the last change the clusters are asked again. */
const SETTLE_MS = 400;

export type ProofState =
  | { readonly state: 'loading' }
  | {
      readonly state: 'failed';
      readonly error: Error;
      readonly retry: () => void;
    }
  | {
      readonly state: 'ready';
      readonly platform: PlatformFacts;
      readonly proof: Proof;
      /** What the clusters say about room; absent until they answered. */
      readonly live: FitAnswer | undefined;
      /** Why they could not be asked; the proof then says what it did not check. */
      readonly liveFailure: Error | undefined;
      readonly provedAt: string;
    };

/** Proves the form as one types: rules at once, in the browser; room on the clusters a moment later. */
export function useProof(form: CreateFormData): ProofState {
  const platform = usePlatform();
  const facts = platform.state === 'ready' ? platform.value : undefined;
  const fit = useFit(form, facts);
  const key = JSON.stringify(form);

  const proved = useMemo(
    () =>
      facts && {
        proof: prove(JSON.parse(key) as CreateFormData, facts, fit.answer),
        provedAt: new Date().toISOString(),
      },
    [facts, fit.answer, key],
  );

  if (platform.state !== 'ready') return platform;
  if (!proved) return { state: 'loading' };
  return {
    state: 'ready',
    platform: platform.value,
    live: fit.answer,
    liveFailure: fit.failure,
    ...proved,
  };
}

function useFit(form: CreateFormData, platform: PlatformFacts | undefined) {
  const api = useApi(baremetalApiRef);
  const [answer, setAnswer] = useState<FitAnswer>();
  const [failure, setFailure] = useState<Error>();
  // As text, so that only another size asks again.
  const question = platform && JSON.stringify(fitQuestion(form, platform));
  useEffect(() => {
    if (question === undefined) return undefined;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      api.askFit(JSON.parse(question), { signal: controller.signal }).then(
        value => {
          if (controller.signal.aborted) return;
          setAnswer(value);
          setFailure(undefined);
        },
        (error: Error) => !controller.signal.aborted && setFailure(error),
      );
    }, SETTLE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [api, question]);
  return { answer, failure };
}
