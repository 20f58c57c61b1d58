import type { ReactNode } from 'react';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { signalApiRef, type SignalApi } from '@backstage/plugin-signals-react';
import { act, renderHook, waitFor } from '@testing-library/react';
import { useFresh } from './useFresh';

const DELIVERY = ['delivery'] as const;

function fakeSignals() {
  const listeners = new Map<string, (message: any) => void>();
  const api: SignalApi = {
    subscribe: (channel, listener) => {
      listeners.set(channel, listener);
      return { unsubscribe: () => listeners.delete(channel) };
    },
  };
  const wrapper = (props: { children: ReactNode }) => (
    <TestApiProvider apis={[[signalApiRef, api]]}>
      {props.children}
    </TestApiProvider>
  );
  return {
    wrapper,
    listeners,
    send: (concept: string) =>
      act(async () =>
        listeners.get('baremetal:changes')?.({
          cluster: 'stage',
          concept,
          revision: 2,
        }),
      ),
  };
}

const withoutSignals = (props: { children: ReactNode }) => (
  <TestApiProvider apis={[]}>{props.children}</TestApiProvider>
);

describe('useFresh', () => {
  it('goes from loading to ready, and keeps the value through a later failure', async () => {
    const load = jest
      .fn<Promise<number>, [AbortSignal]>()
      .mockResolvedValueOnce(1)
      .mockRejectedValueOnce(new Error('502'))
      .mockResolvedValue(3);
    const { result } = renderHook(() => useFresh(load, DELIVERY), {
      wrapper: withoutSignals,
    });
    expect(result.current).toEqual({ state: 'loading' });
    await waitFor(() =>
      expect(result.current).toMatchObject({ state: 'ready', value: 1 }),
    );

    await act(async () => reload(result.current));
    expect(result.current).toMatchObject({
      state: 'ready',
      value: 1,
      failure: new Error('502'),
    });

    await act(async () => reload(result.current));
    expect(result.current).toMatchObject({ value: 3, failure: undefined });
  });

  it('fails when nothing ever came, and can be tried again', async () => {
    const load = jest
      .fn<Promise<number>, [AbortSignal]>()
      .mockRejectedValueOnce(new Error('403'))
      .mockResolvedValue(1);
    const { result } = renderHook(() => useFresh(load, DELIVERY), {
      wrapper: withoutSignals,
    });
    await waitFor(() =>
      expect(result.current).toMatchObject({
        state: 'failed',
        error: new Error('403'),
      }),
    );
    await act(async () => reload(result.current));
    expect(result.current).toMatchObject({ state: 'ready', value: 1 });
  });

  it('loads again after a signal about its concept, and not after others', async () => {
    const signals = fakeSignals();
    const load = jest
      .fn<Promise<number>, [AbortSignal]>()
      .mockResolvedValueOnce(1)
      .mockResolvedValue(2);
    const { result, unmount } = renderHook(() => useFresh(load, DELIVERY), {
      wrapper: signals.wrapper,
    });
    await waitFor(() => expect(result.current).toMatchObject({ value: 1 }));

    await signals.send('storage');
    await signals.send('delivery');
    await waitFor(() => expect(result.current).toMatchObject({ value: 2 }));
    expect(load).toHaveBeenCalledTimes(2);

    unmount();
    expect(signals.listeners.size).toBe(0);
  });

  it('never shows one subject the data of another, and gives up the old request', async () => {
    const asked: AbortSignal[] = [];
    const { result, rerender } = renderHook(
      ({ load }) => useFresh(load, DELIVERY),
      {
        wrapper: withoutSignals,
        initialProps: {
          load: async (signal: AbortSignal) => {
            asked.push(signal);
            return 'orders';
          },
        },
      },
    );
    await waitFor(() =>
      expect(result.current).toMatchObject({ value: 'orders' }),
    );
    rerender({ load: () => new Promise<string>(() => {}) });
    expect(result.current).toEqual({ state: 'loading' });
    expect(asked.map(signal => signal.aborted)).toEqual([true]);
  });
});

function reload(fresh: ReturnType<typeof useFresh>) {
  switch (fresh.state) {
    case 'loading':
      throw new Error('still loading');
    case 'failed':
      return fresh.retry();
    case 'ready':
      return fresh.reload();
  }
}
