import { RenderError } from './RenderError';

/** Repetitions in one pattern; each can multiply the time that a match takes. */
const MOST_REPETITIONS = 3;

/**
 * Compiles a pattern that a repository brings.
 *
 * @remarks Go's regular expressions always end soon, ours need not: patterns that could take forever (a repeated
 * group, many repetitions) are refused instead of tried.
 *
 * @param pattern - as kustomize's files have it
 * @param frame - puts what must stand around it
 */
export function compilePattern(
  pattern: string,
  path: string,
  frame: (pattern: string) => string,
): RegExp {
  const repetitions = pattern.match(/(?<!\\)[*+{]/g)?.length ?? 0;
  if (/\)[*+?{]/.test(pattern) || repetitions > MOST_REPETITIONS) {
    throw new RenderError(path, `the pattern "${pattern}" is not supported`);
  }
  try {
    return new RegExp(frame(pattern));
  } catch {
    throw new RenderError(
      path,
      `"${pattern}" is not a regular expression, which it should be here`,
    );
  }
}
