import { rhythmOf } from './rhythm';
import { nextRuns, parseSchedule, wallClock } from './schedule';

/** A Friday. */
const FRIDAY = new Date('2026-11-27T12:30:00Z');

function runs(text: string, count = 3) {
  const schedule = parseSchedule(text);
  return (
    schedule &&
    nextRuns(schedule, FRIDAY, count).map(run => run.toISOString().slice(0, 16))
  );
}

describe('nextRuns', () => {
  it.each([
    ['0 3 * * *', ['2026-11-28T03:00', '2026-11-29T03:00', '2026-11-30T03:00']],
    [
      '*/20 * * * *',
      ['2026-11-27T12:40', '2026-11-27T13:00', '2026-11-27T13:20'],
    ],
    [
      '15 8-10/2 * * 1-5',
      ['2026-11-30T08:15', '2026-11-30T10:15', '2026-12-01T08:15'],
    ],
    ['0 0 29 2 *', ['2028-02-29T00:00', '2032-02-29T00:00']],
    [
      '0 6 * jan,jul sun',
      ['2027-01-03T06:00', '2027-01-10T06:00', '2027-01-17T06:00'],
    ],
    ['0 6 * * 7', ['2026-11-29T06:00', '2026-12-06T06:00', '2026-12-13T06:00']],
    // Both kinds of day are named: either is enough.
    [
      '0 6 1 * sat',
      ['2026-11-28T06:00', '2026-12-01T06:00', '2026-12-05T06:00'],
    ],
    ['0 0 30 2 *', []],
  ])('%s', (text, expected) => {
    expect(runs(text)).toEqual(expected);
  });

  it.each([
    '',
    '* * * *',
    '60 * * * *',
    '0 0 0 * *',
    '5-1 * * * *',
    '*/0 * * * *',
    'a b c d e',
    '0 0 * * MONDAY',
  ])('does not read "%s"', text => {
    expect(parseSchedule(text)).toBeUndefined();
  });
});

describe('rhythmOf', () => {
  it.each([
    ['0 3 * * *', { kind: 'daily', at: '03:00' }],
    ['5 * * * *', { kind: 'hourly', minute: 5 }],
    ['*/15 * * * *', { kind: 'everyMinutes', minutes: 15 }],
    ['30 9 * * 1-5', { kind: 'workdays', at: '09:30' }],
    ['0 0 * * 7', { kind: 'weekly', at: '00:00', weekday: 0 }],
    ['0 12 1 * *', { kind: 'monthly', at: '12:00', day: 1 }],
    ['*/7 * * * *', undefined],
    ['0 3 1 * 1', undefined],
    ['0 3 * 6 *', undefined],
  ])('%s', (text, expected) => {
    expect(rhythmOf(text)).toEqual(expected);
  });
});

describe('wallClock', () => {
  it('shows the time of the zone, and nothing for one that nobody knows', () => {
    expect(wallClock(FRIDAY.getTime(), 'Europe/Berlin')?.toISOString()).toBe(
      '2026-11-27T13:30:00.000Z',
    );
    expect(wallClock(FRIDAY.getTime(), 'Mars/Phobos')).toBeUndefined();
  });
});
