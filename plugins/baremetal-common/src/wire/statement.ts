/**
 * The one language of states: `ok`, `busy` moves by itself, `wait` is for a person or a clock, `warn`, `bad`,
 * `unknown`. Unknown is never ok.
 */
export type Tone = 'ok' | 'busy' | 'wait' | 'warn' | 'bad' | 'unknown';

/** A judgement in words. */
export interface Statement {
  readonly tone: Tone;
  /** One sentence: what is so, and what it means. */
  readonly sentence: string;
  /** One quiet line more: what is not broken, who can act, what comes next. */
  readonly detail?: string;
}

/** From bad to good; what a list is summed up by. */
export const TONES_BY_WEIGHT: readonly Tone[] = [
  'bad',
  'warn',
  'unknown',
  'wait',
  'busy',
  'ok',
];
