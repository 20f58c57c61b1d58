import type { Translate } from '../ui/useT';
import { createProofMessages } from '../messages/createProof';

type Word = keyof typeof createProofMessages.place;

/**
 * Where a finding is, as the form calls it: `environments.dev.replicas` is "dev, replicas", `storageClasses.0.copies` is
 * "storage class 1, copies". A file is named as it is.
 */
export function placeOf(path: string, t: Translate): string {
  if (path === '') return t('create.place.answers');
  const [file = '', pointer] = path.split('#');
  if (pointer !== undefined || file.includes('/')) return file;
  const [, nth, field] = /^storageClasses\.(\d+)\.(.+)$/.exec(path) ?? [];
  if (nth !== undefined && field !== undefined) {
    return t('create.place.in', {
      environment: placeOf(`storageClasses.${nth}`, t),
      what: placeOf(field, t),
    });
  }
  const parts = path.startsWith('repo.') ? ['repo'] : path.split('.');
  const environment = parts[0] === 'environments' ? parts[1] : undefined;
  const own = environment === undefined ? parts : parts.slice(2);
  const at = own.map(isWord).lastIndexOf(true);
  const word = own[at];
  if (word === undefined || !isWord(word)) return environment ?? path;
  const index = Number(own[at + 1]);
  const what = Number.isInteger(index)
    ? t('create.place.nth', {
        what: t(`create.place.${word}`),
        number: index + 1,
      })
    : t(`create.place.${word}`);
  return environment === undefined
    ? what
    : t('create.place.in', { environment, what });
}

/** The words that stand for an answer, and not those that put them together. */
function isWord(part: string): part is Exclude<Word, 'in' | 'nth'> {
  return part in createProofMessages.place && part !== 'in' && part !== 'nth';
}
