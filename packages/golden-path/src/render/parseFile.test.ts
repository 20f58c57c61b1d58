import fc from 'fast-check';
import { validAnswers } from '../__testUtils__/arbitraries';
import { renderService } from '../renderService';
import { PLATFORM } from '../rules/goodAnswers';
import { parseServiceSpec } from '../spec/parseServiceSpec';
import { parseFile, readFile, rememberValues } from './parseFile';
import { parseYaml } from './yamlDocuments';

describe('parseFile', () => {
  it('knows of what was generated just what its text says', () => {
    fc.assert(
      fc.property(validAnswers, answers => {
        const parsed = parseServiceSpec(answers);
        if (!parsed.ok) return;
        const files = renderService(parsed.spec, PLATFORM);
        for (const [path, text] of files) {
          // Helm's templates are no YAML before they are rendered.
          if (!path.endsWith('.yaml') || path.includes('/templates/')) continue;
          for (const dialect of ['manifest', 'json'] as const) {
            expect(readFile(files, path, dialect)).toEqual(
              parseYaml(text, path, dialect),
            );
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it('reads a file again after somebody has edited it', () => {
    const files = new Map([['a.yaml', 'a: 1\n']]);
    rememberValues(files, 'a.yaml', [{ a: 1, b: undefined }]);
    expect(readFile(files, 'a.yaml', 'json')).toEqual([{ a: 1 }]);
    files.set('a.yaml', 'a: 2\n');
    expect(readFile(files, 'a.yaml', 'json')).toEqual([{ a: 2 }]);
  });

  it('gives everybody a copy of their own', () => {
    const files = new Map([['a.yaml', 'a: {b: 1}\n']]);
    const [first] = parseFile(files, 'a.yaml', 'manifest');
    (first as { a: { b: number } }).a.b = 2;
    expect(parseFile(files, 'a.yaml', 'manifest')).toEqual([{ a: { b: 1 } }]);
  });
});
