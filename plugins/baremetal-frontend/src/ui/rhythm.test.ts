import { rhythmOf } from './rhythm';

describe('rhythmOf', () => {
  it.each([
    ['0 3 * * *', { kind: 'daily', at: '03:00' }],
    ['5 * * * *', { kind: 'hourly', minute: 5 }],
    ['* * * * *', { kind: 'everyMinutes', minutes: 1 }],
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
