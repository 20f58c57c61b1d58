import { parseSource } from './parseSource';

function importsOf(text: string): string[] {
  return parseSource('packages/forge/src/a.ts', text).imports.map(
    ({ target, typeOnly }) => `${target}${typeOnly ? ' (type)' : ''}`,
  );
}

function impureIn(text: string): string[] {
  return parseSource('packages/forge/src/a.ts', text).impureCalls.map(
    ({ what, line }) => `${line} ${what}`,
  );
}

describe('parseSource', () => {
  it.each<[string, string[]]>([
    [`import a from 'x';`, ['x']],
    [`import a, { type B } from 'x';`, ['x']],
    [`import { type A, type B } from 'x';`, ['x (type)']],
    [`import type { A } from 'x';`, ['x (type)']],
    [`import 'x';`, ['x']],
    [`export * from 'x';`, ['x']],
    [`export type { A } from 'x';`, ['x (type)']],
    [`import a = require('x');`, ['x']],
    [`const a = await import('x');`, ['x']],
    [`const a = require('x');`, ['x']],
    [`type A = import('x').B;`, ['x (type)']],
    [`// import a from 'x';`, []],
    [`/** @example import a from 'x'; */`, []],
    [`const text = "import a from 'x'";`, []],
    [`const text = \`from 'x' \${import('y')}\`;`, ['y']],
    [`const fix = 'Take it from '; f('x');`, []],
  ])('finds what %s imports', (text, expected) => {
    expect(importsOf(text)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['Date.now();', ['1 Date.now()']],
    ['\nnew Date();', ['2 new Date()']],
    ['new Date;', ['1 new Date()']],
    ['Date();', ['1 Date()']],
    ['Math.random();', ['1 Math.random()']],
    ['performance.now();', ['1 performance.now()']],
    ['new Date(text);', []],
    ['new Date(now).toISOString();', []],
    ['Date.parse(text);', []],
    ['// Date.now()', []],
    [`const text = 'Date.now()';`, []],
  ])('finds what %s reads besides its arguments', (text, expected) => {
    expect(impureIn(text)).toEqual(expected);
  });

  it.each([
    ['plugins/a/src/b.ts', 'source'],
    ['plugins/a/src/b.examples.ts', 'source'],
    ['plugins/a/src/b.test.tsx', 'test'],
    ['plugins/a/src/setupTests.ts', 'test'],
    ['plugins/a/src/__fixtures__/b.ts', 'support'],
    ['plugins/a/src/rules/AV01.fixture.ts', 'support'],
    ['plugins/a/dev/index.tsx', 'support'],
    ['packages/dev/e2e/person.ts', 'support'],
    ['packages/dev/src/main.ts', 'source'],
  ])('knows what %s is for', (path, role) => {
    expect(parseSource(path, '').role).toBe(role);
  });

  it('counts lines of files and of functions', () => {
    const file = parseSource(
      'plugins/a/src/b/c.ts',
      ['const x = 1;', 'function f() {', '  return x;', '}', ''].join('\n'),
    );
    expect(file).toMatchObject({
      folder: 'plugins/a',
      inSrc: 'b/c.ts',
      lines: 4,
      functions: [{ name: 'f', line: 2, lines: 3 }],
    });
  });
});
