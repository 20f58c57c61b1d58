import { code, command, fenced, prose, steps } from './markdown';

describe('prose', () => {
  it.each([
    ['Takes orders, and money.', 'Takes orders, and money.'],
    ['Billing: "invoices"', 'Billing: "invoices"'],
    ['a & b | c', 'a &#38; b &#124; c'],
    ['<script>', '&#60;script&#62;'],
    ['${{ x }}', '&#36;&#123;&#123; x &#125;&#125;'],
    ['# title', '&#35; title'],
    ['- item', '&#45; item'],
    ['1. item', '1&#46; item'],
    ['1.10', '1.10'],
    ['two\n\n    lines\u0000', 'two lines'],
    [':smile: https://x', '&#58;smile: https&#58;//x'],
  ])('%j is %j', (text, expected) => {
    expect(prose(text)).toBe(expected);
  });
});

describe('code', () => {
  it.each([
    ['registry.example/x:1', '`registry.example/x:1`'],
    ['<n>', '`<n>`'],
    ['0 2 * * *', '`0 2 * * *`'],
    ['${{ x }}', '<code>&#36;&#123;&#123; x &#125;&#125;</code>'],
    ['a`b|c', '<code>a&#96;b&#124;c</code>'],
    ['ä', '<code>&#228;</code>'],
    ['', '<code></code>'],
  ])('%j is %j', (text, expected) => {
    expect(code(text)).toBe(expected);
  });
});

it('a fence is longer than what is in it', () => {
  expect(fenced('sh', 'echo ```')).toBe('````sh\necho ```\n````');
});

it('a command is one line of words', () => {
  expect(command('kubectl', '-n', "it's\nb", '')).toBe(
    `kubectl -n 'it'\\''s b' ''`,
  );
});

it('a step keeps its blocks', () => {
  expect(steps(['one\n\n```sh\nx\n```', 'two'])).toBe(
    '1.  one\n\n    ```sh\n    x\n    ```\n\n2.  two',
  );
});
