import {
  formatClock,
  formatDuration,
  formatMoment,
  formatStart,
} from './formatTime';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('formatDuration', () => {
  it.each([
    [-5 * SECOND, '0 s'],
    [0, '0 s'],
    [59.9 * SECOND, '59 s'],
    [MINUTE, '1 min'],
    [29 * MINUTE + 59 * SECOND, '29 min'],
    [HOUR, '1 h'],
    [2 * HOUR + 51 * MINUTE, '2 h 51 min'],
    [DAY, '1 d'],
    [DAY + 2 * HOUR, '1 d 2 h'],
    [10 * DAY + 5 * HOUR, '10 d'],
  ])('%d ms is %s', (ms, words) => {
    expect(formatDuration(ms)).toBe(words);
  });
});

describe('formatMoment', () => {
  const noon = new Date(2026, 10, 22, 12, 0).getTime();

  it('says the time of today', () => {
    const moment = new Date(2026, 10, 22, 9, 5).toISOString();
    expect(formatMoment(moment, noon)).toBe('09:05');
    expect(formatStart(moment, noon)).toBe('09:05');
  });

  it('says the day of this year, with the time where both matter', () => {
    const moment = new Date(2026, 10, 12, 10, 16).toISOString();
    expect(formatMoment(moment, noon)).toMatch(/12/);
    expect(formatMoment(moment, noon)).not.toMatch(/2026|10:16/);
    expect(formatStart(moment, noon)).toMatch(/12.* 10:16$/);
  });

  it('says the year when it is another one', () => {
    const moment = new Date(2025, 0, 2).toISOString();
    expect(formatMoment(moment, noon)).toMatch(/2025/);
  });

  it('shows what is not a time as it is', () => {
    expect(formatMoment('soon', noon)).toBe('soon');
  });
});

it('formats midnight as 00:00', () => {
  expect(formatClock(new Date(2026, 1, 1, 0, 0).getTime())).toBe('00:00');
});
