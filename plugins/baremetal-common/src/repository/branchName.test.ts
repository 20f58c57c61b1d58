import { branchNameProblem } from './branchName';

// `git check-ref-format --branch` judged each alike, but for `@`, which every other command takes for HEAD, and for the
// length.
const GOOD = [
  'main',
  'master',
  'release/1.x',
  'feature/a/b',
  'ünïcode-東京-🚀',
  "it's",
  'a"b',
  'a{{b}}',
  '${{github.token}}',
  'a#b',
  '#1',
  '!x',
  '&x',
  '%x',
  'a@b',
  '@@',
  'a,b',
  '`id`',
  '$(id)',
  'a;b|c&d<e>',
  '1.10',
  'on',
  'null',
  'a.lock.b',
  'a]b}c',
  'heads',
  '\u2028',
];

const BAD: readonly (readonly [string, RegExp])[] = [
  ['', /it is empty/],
  ['a b', /holds a space/],
  ['a~1', /holds ~/],
  ['a^', /holds \^/],
  ['a:b', /holds :/],
  ['a?', /holds \?/],
  ['a*', /holds \*/],
  ['a[b', /holds \[/],
  ['a\\b', /holds \\/],
  ['a..b', /holds \.\. or @\{/],
  ['a@{b', /holds \.\. or @\{/],
  ['@', /reads it as something else/],
  ['HEAD', /reads it as something else/],
  ['-x', /begins with a dash/],
  ['a.', /ends with a dot/],
  ['/a', /a slash stands/],
  ['a/', /a slash stands/],
  ['a//b', /a slash stands/],
  ['.a', /begins with a dot/],
  ['a/.b', /begins with a dot/],
  ['a.lock', /ends with \.lock/],
  ['a.lock/b', /ends with \.lock/],
  ['a\nb', /a control character/],
  ['a\tb', /a control character/],
  ['a\u007fb', /a control character/],
  ['ü'.repeat(123), /longer than 244 bytes/],
];

describe('branchNameProblem', () => {
  it.each(GOOD)('%j may be a branch', name => {
    expect(branchNameProblem(name)).toBeUndefined();
  });

  it.each(BAD)('%j may not, with the reason', (name, reason) => {
    const problem = branchNameProblem(name);
    expect(problem).toMatch(reason);
    expect(problem).toMatch(/^is not the name of a branch: .*; write one like/);
  });
});
