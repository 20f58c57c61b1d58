import { keepFresh, type FreshPage } from './keepFresh';

interface FakePage extends FreshPage {
  show(visible: boolean): void;
}

function fakePage(): FakePage {
  let visible = true;
  let callback = () => {};
  return {
    isVisible: () => visible,
    onVisible: next => {
      callback = next;
      return () => {
        callback = () => {};
      };
    },
    show: next => {
      visible = next;
      if (next) {
        callback();
      }
    },
  };
}

function start(load: () => Promise<void>, page = fakePage()) {
  return keepFresh({
    load,
    everyMs: 30_000,
    gatherMs: 150,
    atMostEveryMs: 700,
    page,
  });
}

describe('keepFresh', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('loads at once and then every 30 s', async () => {
    const load = jest.fn(async () => {});
    start(load);
    expect(load).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(load).toHaveBeenCalledTimes(3);
  });

  it('answers a hint within a second, and many hints with one load', async () => {
    const load = jest.fn(async () => {});
    const fresh = start(load);
    await jest.advanceTimersByTimeAsync(5_000);
    fresh.hint();
    fresh.hint();
    fresh.hint();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('loads at most every 700 ms however many hints come', async () => {
    const load = jest.fn(async () => {});
    const fresh = start(load);
    for (let passed = 0; passed < 7_000; passed += 50) {
      fresh.hint();
      await jest.advanceTimersByTimeAsync(50);
    }
    expect(load.mock.calls.length).toBeGreaterThanOrEqual(9);
    expect(load.mock.calls.length).toBeLessThanOrEqual(11);
  });

  it('never loads twice at the same time, and remembers the hint', async () => {
    let finish = () => {};
    const load = jest.fn(
      () =>
        new Promise<void>(resolve => {
          finish = resolve;
        }),
    );
    const fresh = start(load);
    fresh.hint();
    await jest.advanceTimersByTimeAsync(120_000);
    expect(load).toHaveBeenCalledTimes(1);
    finish();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('rests while the page is hidden, and catches up when it comes back', async () => {
    const page = fakePage();
    const load = jest.fn(async () => {});
    const fresh = start(load, page);
    await jest.advanceTimersByTimeAsync(1_000);
    page.show(false);
    fresh.hint();
    await jest.advanceTimersByTimeAsync(90_000);
    expect(load).toHaveBeenCalledTimes(1);
    page.show(true);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('does not ask again for a short look away', async () => {
    const page = fakePage();
    const load = jest.fn(async () => {});
    start(load, page);
    await jest.advanceTimersByTimeAsync(5_000);
    page.show(false);
    page.show(true);
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('stops', async () => {
    const page = fakePage();
    const load = jest.fn(async () => {});
    const fresh = start(load, page);
    fresh.hint();
    fresh.stop();
    fresh.hint();
    page.show(true);
    await jest.advanceTimersByTimeAsync(90_000);
    expect(load).toHaveBeenCalledTimes(1);
  });
});
