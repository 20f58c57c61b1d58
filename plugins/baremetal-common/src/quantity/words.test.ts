import { ageOf, countWords, durationWords, forSpan, listWords } from './words';

const now = new Date('2026-11-22T14:31:00Z');

it.each([
  [-5, '0 s'],
  [12_900, '12 s'],
  [240_000, '4 min'],
  [10_260_000, '2 h 51 min'],
  [7_200_000, '2 h'],
  [172_800_000, '2 days'],
])('says %d ms as %s', (span, words) => {
  expect(durationWords(span)).toBe(words);
});

it('says how long something holds, and nothing when nobody knows', () => {
  expect(forSpan('2026-11-22T14:02:00Z', now)).toBe(' for 29 min');
  expect(forSpan(undefined, now)).toBe('');
  expect(forSpan('never', now)).toBe('');
  expect(ageOf(undefined, now)).toBeUndefined();
});

it('joins and counts', () => {
  expect(listWords([])).toBe('');
  expect(listWords(['dev', 'stage', 'prod'])).toBe('dev, stage and prod');
  expect(countWords(1, 'pod')).toBe('1 pod');
  expect(countWords(2, 'copy', 'copies')).toBe('2 copies');
});
