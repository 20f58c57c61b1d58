import { PlatformClock } from './clock';

describe('PlatformClock', () => {
  it('stands still until it is told to go on', () => {
    const clock = PlatformClock.create(1000);
    expect(clock.now()).toBe(1000);
    clock.advance(500);
    expect(clock.now()).toBe(1500);
  });

  it('runs what becomes due in order, each at its own time', () => {
    const clock = PlatformClock.create(0);
    const seen: [string, number][] = [];
    clock.after(200, () => seen.push(['b', clock.now()]));
    clock.after(100, () => {
      seen.push(['a', clock.now()]);
      clock.after(50, () => seen.push(['a2', clock.now()]));
    });
    const cancel = clock.after(150, () => seen.push(['never', clock.now()]));
    cancel();
    clock.advance(1000);
    expect(seen).toEqual([
      ['a', 100],
      ['a2', 150],
      ['b', 200],
    ]);
    expect(clock.now()).toBe(1000);
  });

  it('does not go back', () => {
    const clock = PlatformClock.create(1000);
    clock.advanceTo(500);
    expect(clock.now()).toBe(1000);
  });

  it('writes times in whole seconds', () => {
    const clock = PlatformClock.create(Date.parse('2026-11-24T12:00:00.900Z'));
    expect(clock.stamp()).toBe('2026-11-24T12:00:00Z');
  });
});
