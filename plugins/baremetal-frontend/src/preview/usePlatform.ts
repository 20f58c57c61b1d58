import { useCallback, useEffect, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { baremetalApiRef } from '../api/BaremetalApi';

/** What the platform offers, on its way to the form. */
export type Platform =
  | { readonly state: 'loading' }
  | {
      readonly state: 'failed';
      readonly error: Error;
      readonly retry: () => void;
    }
  | { readonly state: 'ready'; readonly value: PlatformFacts };

/** Asked once per page: what a platform offers changes with its configuration. */
export function usePlatform(): Platform {
  const api = useApi(baremetalApiRef);
  const [attempt, setAttempt] = useState(0);
  const [result, setResult] = useState<
    { value: PlatformFacts } | { error: Error }
  >();
  const retry = useCallback(() => {
    setResult(undefined);
    setAttempt(n => n + 1);
  }, []);
  useEffect(() => {
    const controller = new AbortController();
    api.getPlatform({ signal: controller.signal }).then(
      value => !controller.signal.aborted && setResult({ value }),
      (error: Error) => !controller.signal.aborted && setResult({ error }),
    );
    return () => controller.abort();
  }, [api, attempt]);
  if (result === undefined) return { state: 'loading' };
  return 'value' in result
    ? { state: 'ready', value: result.value }
    : { state: 'failed', error: result.error, retry };
}
