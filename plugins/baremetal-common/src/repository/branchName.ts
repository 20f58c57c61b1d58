/** The branch of a repository that says nothing else. */
export const MAIN_BRANCH = 'main';

/** Hosts keep a branch as a file name with `.lock` behind it while they write, in folders that allow 255 bytes. */
const LONGEST = 244;

/** Control characters and DEL, which no ref may hold. */
// eslint-disable-next-line no-control-regex
const CONTROL = /[\0-\x1f\x7f]/;

/**
 * Why a text is not the name of a branch, as the end of a sentence; `undefined` when it is one.
 *
 * The rules of `git check-ref-format --branch`, each with its own words.
 */
export function branchNameProblem(name: string): string | undefined {
  const wrong = partProblem(name) ?? wholeProblem(name);
  return (
    wrong && `is not the name of a branch: ${wrong}; write one like master`
  );
}

function wholeProblem(name: string): string | undefined {
  if (new TextEncoder().encode(name).length > LONGEST) {
    return `it is longer than ${LONGEST} bytes`;
  }
  if (CONTROL.test(name)) return 'it holds a control character or a line break';
  const [odd] = /[ ~^:?*[\\]/.exec(name) ?? [];
  if (odd !== undefined) {
    return `it holds ${odd === ' ' ? 'a space' : odd}, which Git refuses`;
  }
  if (/\.\.|@\{/.test(name))
    return 'it holds .. or @{, which Git reads as more';
  if (name === '@' || name === 'HEAD') return 'Git reads it as something else';
  if (name.startsWith('-')) return 'it begins with a dash, like an option';
  return name.endsWith('.') ? 'it ends with a dot' : undefined;
}

function partProblem(name: string): string | undefined {
  if (name === '') return 'it is empty';
  const parts = name.split('/');
  if (parts.includes('')) {
    return 'a slash stands at its beginning, at its end, or beside another';
  }
  if (parts.some(part => part.startsWith('.'))) {
    return 'a part of it begins with a dot';
  }
  return parts.some(part => part.endsWith('.lock'))
    ? 'a part of it ends with .lock'
    : undefined;
}
