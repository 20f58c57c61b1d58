import fc from 'fast-check';
import { isSchedule, lastTime, nextTimes } from './schedule';

/** A Friday. */
const FRIDAY = new Date('2026-11-27T12:30:00Z');

const next = (text: string, timeZone?: string, after = FRIDAY) =>
  nextTimes({ text, timeZone }, after, 3).map(time =>
    time.toISOString().slice(0, 16),
  );

describe('nextTimes', () => {
  it.each([
    ['0 3 * * *', ['2026-11-28T03:00', '2026-11-29T03:00', '2026-11-30T03:00']],
    [
      '*/20 * * * *',
      ['2026-11-27T12:40', '2026-11-27T13:00', '2026-11-27T13:20'],
    ],
    [
      '5/20 13 * * *',
      ['2026-11-27T13:05', '2026-11-27T13:25', '2026-11-27T13:45'],
    ],
    [
      '15 8-10/2 * * 1-5',
      ['2026-11-30T08:15', '2026-11-30T10:15', '2026-12-01T08:15'],
    ],
    [
      '0 6 * jan,jul sun',
      ['2027-01-03T06:00', '2027-01-10T06:00', '2027-01-17T06:00'],
    ],
    ['@hourly', ['2026-11-27T13:00', '2026-11-27T14:00', '2026-11-27T15:00']],
    // Both kinds of day are named: either is enough.
    [
      '0 6 1 * sat',
      ['2026-11-28T06:00', '2026-12-01T06:00', '2026-12-05T06:00'],
    ],
    // A star with steps names no day: both have to agree.
    [
      '0 12 */2 * mon',
      ['2026-12-07T12:00', '2026-12-21T12:00', '2027-01-11T12:00'],
    ],
    ['0 0 30 2 *', []],
  ])('%s', (text, expected) => {
    expect(next(text)).toEqual(expected);
  });

  it('keeps to the clock on the wall when that is put back', () => {
    const saturday = new Date('2026-10-24T12:00:00Z');
    expect(next('30 4 * * *', 'Europe/Berlin', saturday)).toEqual([
      '2026-10-25T03:30',
      '2026-10-26T03:30',
      '2026-10-27T03:30',
    ]);
    expect(
      next('30 4 * * *', 'Europe/Berlin', new Date('2026-10-23T12:00:00Z'))[0],
    ).toBe('2026-10-24T02:30');
  });
});

it.each([
  ['', undefined],
  ['* * * *', undefined],
  ['60 * * * *', undefined],
  ['0 0 0 * *', undefined],
  ['*/0 * * * *', undefined],
  ['a b c d e', undefined],
  ['0 0 L * *', undefined],
  ['0 0 * * 5#2', undefined],
  ['0 0 0 1 1 *', undefined],
  ['@every 1h', undefined],
  ['0 3 * * *', 'Mars/Phobos'],
])('does not read "%s" in %s', (text, timeZone) => {
  expect(isSchedule({ text, timeZone })).toBe(false);
  expect(next(text, timeZone)).toEqual([]);
});

describe('lastTime', () => {
  it.each([
    ['0 3 * * *', '2026-11-27T03:00:00.000Z'],
    ['30 12 * * *', '2026-11-27T12:30:00.000Z'],
    ['31 12 * * *', '2026-11-26T12:31:00.000Z'],
    ['0 0 29 2 *', '2024-02-29T00:00:00.000Z'],
  ])('of %s', (text, expected) => {
    expect(lastTime({ text }, FRIDAY)?.toISOString()).toBe(expected);
  });
});

it('looks back from between two seconds', () => {
  const at = new Date('2026-07-02T11:59:59.001Z');
  expect(lastTime({ text: '0 * * * *' }, at)?.toISOString()).toBe(
    '2026-07-02T11:00:00.000Z',
  );
});

it('never has a time between the last and the next', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 59 }),
      fc.constantFrom('*', '*/3', '2', '8-17'),
      fc.constantFrom('Etc/UTC', 'Asia/Kolkata', 'America/St_Johns'),
      fc.date({
        min: new Date('2026-01-01'),
        max: new Date('2027-01-01'),
        noInvalidDate: true,
      }),
      (minute, hour, timeZone, at) => {
        const schedule = { text: `${minute} ${hour} * * *`, timeZone };
        const last = lastTime(schedule, at);
        const [coming] = nextTimes(schedule, at);
        expect(last && last <= at).toBe(true);
        expect(coming && coming > at).toBe(true);
        expect(last && nextTimes(schedule, last)[0]).toEqual(coming);
      },
    ),
  );
});
