import {
  listWords,
  type Tone,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { Translate } from '../ui/useT';
import type { EnvironmentFit } from './environmentFits';
import { placeOf } from './placeOf';
import type { Proof } from './prove';

/** The verdict on the answers so far. */
export interface Headline {
  readonly tone: Extract<Tone, 'ok' | 'bad' | 'wait'>;
  /** What stands over the findings. */
  readonly verdict: string;
  /** What stands over the page: the verdict, and where to look first or whether it fits. */
  readonly sentence: string;
}

export function headlineOf(
  proof: Proof,
  fits: readonly EnvironmentFit[],
  t: Translate,
): Headline {
  return verdictOf(proof, { may: 'proof', more: fitWords(fits, t) }, t);
}

/**
 * @param words - `may`: where the words for "can be made" and "cannot be made" are; `more`: what follows when it can
 */
export function verdictOf(
  proof: Proof<unknown>,
  words: { may: 'proof' | 'pool'; more: string[] },
  t: Translate,
): Headline {
  const counts = {
    errors: t('create.proof.errors', { count: proof.errors }),
    warnings: t('create.proof.warnings', { count: proof.warnings }),
  };
  const [worst] = proof.findings.filter(
    finding =>
      finding.severity === 'error' && !proof.unanswered.includes(finding),
  );
  if (worst) {
    const verdict = t(`create.${words.may}.cannot`, counts);
    const place = placeOf(worst.path, t);
    return {
      tone: 'bad',
      verdict,
      sentence: joined(verdict, [t('create.proof.first', { place })], t),
    };
  }
  if (proof.unanswered.length > 0) {
    const answers = listWords([
      ...new Set(proof.unanswered.map(({ path }) => placeOf(path, t))),
    ]);
    const verdict = t('create.proof.open', { answers });
    return { tone: 'wait', verdict, sentence: `${verdict}.` };
  }
  const verdict = t(`create.${words.may}.can`, counts);
  return {
    tone: 'ok',
    verdict,
    sentence: joined(verdict, words.more, t),
  };
}

const WORDS = { ok: 'fits', warn: 'tight', bad: 'full' } as const;

/** Environments of the same answer together, what holds first. */
function fitWords(fits: readonly EnvironmentFit[], t: Translate): string[] {
  const all = fits.map(({ tone, environment }) => ({
    environment,
    word:
      tone === 'ok' || tone === 'warn' || tone === 'bad'
        ? WORDS[tone]
        : 'unasked',
  }));
  return (['fits', 'tight', 'full', 'unasked'] as const).flatMap(word => {
    const where = all.filter(each => each.word === word);
    return where.length === 0
      ? []
      : [
          t(`create.proof.${word}`, {
            where: listWords(where.map(({ environment }) => environment)),
          }),
        ];
  });
}

function joined(verdict: string, more: readonly string[], t: Translate) {
  return more.length === 0
    ? `${verdict}.`
    : t('create.proof.with', { verdict, more: more.join(', ') });
}
