export { ageOf, distinct, durationWords, listWords } from '../quantity/words';

/** "1 copy", "2 copies". */
export function copiesWords(count: number): string {
  return count === 1 ? '1 copy' : `${count} copies`;
}
