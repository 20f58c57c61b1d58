import type { Rule } from './rule';

/** Every rule of the golden path. */
export const RULES: readonly Rule[] = [];
