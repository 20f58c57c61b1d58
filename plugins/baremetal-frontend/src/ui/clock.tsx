import {
  createContext,
  useContext,
  useMemo,
  useSyncExternalStore,
  type ReactNode,
} from 'react';

interface Clock {
  readonly now: () => number;
  readonly subscribe: (tick: () => void) => () => void;
  readonly fixed: boolean;
}

/** One timer for all ages on the page, and none when nothing shows an age. */
function createTickingClock(): Clock {
  let now = Date.now();
  let timer: ReturnType<typeof setInterval> | undefined;
  const listeners = new Set<() => void>();
  return {
    fixed: false,
    now: () => now,
    subscribe: listener => {
      now = Date.now();
      listeners.add(listener);
      timer ??= setInterval(() => {
        now = Date.now();
        for (const tell of listeners) {
          tell();
        }
      }, 1_000);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) {
          clearInterval(timer);
          timer = undefined;
        }
      };
    },
  };
}

const ClockContext = createContext<Clock>(createTickingClock());

/** The time now, in milliseconds of the backend's clock; renders again every second. */
export function useNow(): number {
  const clock = useContext(ClockContext);
  return useSyncExternalStore(clock.subscribe, clock.now);
}

/**
 * Ages below it are reckoned by the backend's clock, which answered `answeredAt` when this browser's clock said
 * `receivedAt`: a browser that is two minutes off still shows true ages.
 */
export function BackendClock(props: {
  answeredAt: string;
  receivedAt: number;
  children: ReactNode;
}) {
  const { answeredAt, receivedAt, children } = props;
  const parent = useContext(ClockContext);
  const clock = useMemo(() => {
    const skew = Date.parse(answeredAt) - receivedAt;
    return parent.fixed || Number.isNaN(skew)
      ? parent
      : { ...parent, now: () => parent.now() + skew };
  }, [parent, answeredAt, receivedAt]);
  return (
    <ClockContext.Provider value={clock}>{children}</ClockContext.Provider>
  );
}

/** Stops the clock, for tests and pictures. */
export function FixedClock(props: { now: string; children: ReactNode }) {
  const clock = useMemo(() => {
    const now = Date.parse(props.now);
    return { fixed: true, now: () => now, subscribe: () => () => {} };
  }, [props.now]);
  return (
    <ClockContext.Provider value={clock}>
      {props.children}
    </ClockContext.Provider>
  );
}
