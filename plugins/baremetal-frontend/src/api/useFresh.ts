import { useEffect, useRef, useState } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  CHANGES_CHANNEL,
  type ChangeSignal,
} from '@baremetal/backstage-plugin-baremetal-common';
import { browserPage, keepFresh, type Freshness } from './keepFresh';

/** What can be true of data on its way to the screen. */
export type Fresh<T> =
  | { readonly state: 'loading' }
  | {
      readonly state: 'failed';
      readonly error: Error;
      readonly retry: () => void;
    }
  | {
      readonly state: 'ready';
      readonly value: T;
      /** When it arrived, in milliseconds of this browser's clock. */
      readonly receivedAt: number;
      /** Why the last try to renew it failed; the value is the one before. */
      readonly failure: Error | undefined;
      readonly reload: () => void;
    };

type Concept = ChangeSignal['concept'];

const EVERY_MS = 30_000;
const GATHER_MS = 150;
const AT_MOST_EVERY_MS = 700;

/**
 * Loads, and keeps what is shown at most a second behind the platform: each signal about one of `concepts` loads
 * again, and without signals it is asked every 30 s while the page is in front.
 *
 * A later failure keeps the last value on screen: old numbers with their time are worth more than an error panel.
 *
 * @param load - What to load. Must be stable between renders; a new function means new data, and what the old one
 * brought is dropped.
 * @param concepts - Which changes matter. Must be stable between renders.
 */
export function useFresh<T>(
  load: (signal: AbortSignal) => Promise<T>,
  concepts: readonly Concept[],
): Fresh<T> {
  const signals = useApiHolder().get(signalApiRef);
  const [last, setLast] = useState<Attempt<T>>();
  const freshness = useRef<Freshness>();

  useEffect(() => {
    const controller = new AbortController();
    const running = keepFresh({
      load: () => attempt(load, { signal: controller.signal, done: setLast }),
      everyMs: EVERY_MS,
      gatherMs: GATHER_MS,
      atMostEveryMs: AT_MOST_EVERY_MS,
      page: browserPage,
    });
    freshness.current = running;
    const subscription = signals?.subscribe<{ concept: Concept }>(
      CHANGES_CHANNEL,
      message => {
        if (concepts.includes(message.concept)) {
          running.hint();
        }
      },
    );
    return () => {
      subscription?.unsubscribe();
      running.stop();
      controller.abort();
    };
  }, [load, concepts, signals]);

  const reload = useRef(() => freshness.current?.reload()).current;
  return toFresh(last?.load === load ? last : undefined, reload);
}

interface Attempt<T> {
  readonly load: (signal: AbortSignal) => Promise<T>;
  readonly brought: { readonly value: T; readonly at: number } | undefined;
  readonly failure: Error | undefined;
}

async function attempt<T>(
  load: (signal: AbortSignal) => Promise<T>,
  options: {
    signal: AbortSignal;
    done: (next: (previous: Attempt<T> | undefined) => Attempt<T>) => void;
  },
): Promise<void> {
  const { signal, done } = options;
  const tell = (brought: Attempt<T>['brought'], failure: Error | undefined) => {
    if (!signal.aborted) {
      done(previous => ({
        load,
        brought:
          brought ?? (previous?.load === load ? previous.brought : undefined),
        failure,
      }));
    }
  };
  try {
    const value = await load(signal);
    tell({ value, at: Date.now() }, undefined);
  } catch (error) {
    tell(undefined, error instanceof Error ? error : new Error(String(error)));
  }
}

function toFresh<T>(
  last: Attempt<T> | undefined,
  reload: () => void,
): Fresh<T> {
  if (last?.brought) {
    return {
      state: 'ready',
      value: last.brought.value,
      receivedAt: last.brought.at,
      failure: last.failure,
      reload,
    };
  }
  return last?.failure
    ? { state: 'failed', error: last.failure, retry: reload }
    : { state: 'loading' };
}
