import { useEffect, useMemo, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type {
  FitAnswer,
  FitQuestion,
  PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { baremetalApiRef } from '../api/BaremetalApi';
import type { Proof } from './prove';
import { type Platform, usePlatform } from './usePlatform';

/** How long after the last change the clusters are asked again. */
const SETTLE_MS = 400;

/** What a form is proved by: a question to the clusters, and the judgement. */
export interface Prover<F, P extends Proof<unknown>> {
  /** Absent: the clusters have nothing to say about the form yet. */
  readonly question: (
    form: F,
    platform: PlatformFacts,
  ) => FitQuestion | undefined;
  readonly prove: (
    form: F,
    platform: PlatformFacts,
    live: FitAnswer | undefined,
  ) => P;
}

/** A form that was proved. */
export interface ReadyProof<P extends Proof<unknown> = Proof> {
  readonly state: 'ready';
  readonly platform: PlatformFacts;
  readonly proof: P;
  /** What the clusters say about room; absent until they answered. */
  readonly live: FitAnswer | undefined;
  /** Why they could not be asked; the proof then says what it did not check. */
  readonly liveFailure: Error | undefined;
  readonly provedAt: string;
}

export type ProofState<P extends Proof<unknown> = Proof> =
  | Exclude<Platform, { state: 'ready' }>
  | ReadyProof<P>;

/** Proves a form as one types: rules at once, in the browser; room on the clusters a moment later. */
export function useLiveProof<F extends object, P extends Proof<unknown>>(
  form: F,
  prover: Prover<F, P>,
): ProofState<P> {
  const platform = usePlatform();
  const facts = platform.state === 'ready' ? platform.value : undefined;
  const question = facts && prover.question(form, facts);
  const fit = useFit(question);
  const key = JSON.stringify(form);

  const proved = useMemo(
    () =>
      facts && {
        proof: prover.prove(JSON.parse(key) as F, facts, fit.answer),
        provedAt: new Date().toISOString(),
      },
    [prover, facts, fit.answer, key],
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

/** Asks the clusters a moment after the question has changed. */
export function useFit(question: FitQuestion | undefined) {
  const api = useApi(baremetalApiRef);
  const [answer, setAnswer] = useState<FitAnswer>();
  const [failure, setFailure] = useState<Error>();
  // As text, so that only another size asks again.
  const text = question && JSON.stringify(question);
  useEffect(() => {
    if (text === undefined) return undefined;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      api.askFit(JSON.parse(text), { signal: controller.signal }).then(
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
  }, [api, text]);
  return { answer, failure };
}
