/** What {@link keepFresh} needs of the world; replaced in tests. */
export interface FreshPage {
  /** Nobody looks at a hidden page, so nothing is loaded for it. */
  isVisible(): boolean;
  /** Calls back when the page comes to the front; returns how to stop. */
  onVisible(callback: () => void): () => void;
}

export interface KeepFreshOptions {
  /** Loads once. Must not reject: what went wrong is its own to keep. */
  readonly load: () => Promise<void>;
  /** Loads at least this often while the page is visible. */
  readonly everyMs: number;
  /** Hints that come within this time are one. */
  readonly gatherMs: number;
  /** Hints never load more often than this. */
  readonly atMostEveryMs: number;
  readonly page: FreshPage;
}

/** A running {@link keepFresh}. */
export interface Freshness {
  /** Something changed: load soon. */
  hint(): void;
  /** Load now. */
  reload(): void;
  stop(): void;
}

/**
 * Loads at once, again every so often, and soon after each hint; never twice at the same time.
 *
 * @remarks
 * A slow answer is waited for: to ask again would only make a slow backend slower. A hint that comes meanwhile is
 * remembered, because the answer under way may be older than the change.
 */
export function keepFresh(options: KeepFreshOptions): Freshness {
  const { load, everyMs, gatherMs, atMostEveryMs, page } = options;
  let stopped = false;
  let loading = false;
  let stale = false;
  let startedAt = 0;
  let hinted: ReturnType<typeof setTimeout> | undefined;

  async function run() {
    if (stopped) {
      return;
    }
    if (loading) {
      stale = true;
      return;
    }
    loading = true;
    stale = false;
    startedAt = Date.now();
    await load();
    loading = false;
    if (stale) {
      hint();
    }
  }
  function hint() {
    if (stopped || hinted !== undefined) {
      return;
    }
    if (!page.isVisible()) {
      stale = true;
      return;
    }
    const rest = startedAt + atMostEveryMs - Date.now();
    hinted = setTimeout(() => {
      hinted = undefined;
      run();
    }, Math.max(gatherMs, rest));
  }

  const poll = setInterval(() => {
    if (!loading && page.isVisible()) {
      run();
    }
  }, everyMs);
  const stopWatching = page.onVisible(() => {
    if (stale || Date.now() - startedAt >= everyMs) {
      run();
    }
  });
  run();

  return {
    hint,
    reload: run,
    stop: () => {
      stopped = true;
      clearTimeout(hinted);
      clearInterval(poll);
      stopWatching();
    },
  };
}

/** The page in the browser. */
export const browserPage: FreshPage = {
  isVisible: () => document.visibilityState === 'visible',
  onVisible: callback => {
    const listener = () => {
      if (document.visibilityState === 'visible') {
        callback();
      }
    };
    document.addEventListener('visibilitychange', listener);
    return () => document.removeEventListener('visibilitychange', listener);
  },
};
