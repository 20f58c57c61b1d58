import { join } from 'node:path';
import ts from 'typescript';
import type { Manifest } from '../types';
import { modelPath } from './models';

const OPTIONS: ts.CompilerOptions = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2022.d.ts'],
  types: [],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};

/** Only its folder matters: packages are looked for from there. */
const FILE = join(__dirname, 'objects.virtual.ts');

/**
 * What the compiler says against objects when each is written down as a literal of its type: unknown fields at any
 * depth, missing ones, wrong types and values that are none of an enumeration. The validators of the same packages let
 * unknown fields pass.
 */
export function checkTypes(objects: readonly Manifest[]): string[] {
  const text = objects
    .map(
      (object, index) =>
        `import type { I${object.kind} as T${index} } from ${JSON.stringify(
          modelPath(object),
        )};\nexport const o${index}: T${index} = ${JSON.stringify(object)};\n`,
    )
    .join('');
  const host = ts.createCompilerHost(OPTIONS);
  const { getSourceFile, fileExists } = host;
  host.fileExists = path => path === FILE || fileExists(path);
  host.getSourceFile = (path, version, ...rest) =>
    path === FILE
      ? ts.createSourceFile(path, text, version)
      : getSourceFile(path, version, ...rest);
  const program = ts.createProgram([FILE], OPTIONS, host);
  const source = program.getSourceFile(FILE)!;
  return [
    ...program.getOptionsDiagnostics(),
    ...program.getSyntacticDiagnostics(source),
    ...program.getSemanticDiagnostics(source),
  ].map(({ messageText, start = 0 }) => {
    const { line } = source.getLineAndCharacterOfPosition(start);
    const { kind, metadata } = objects[Math.floor(line / 2)]!;
    const words = ts.flattenDiagnosticMessageText(messageText, '\n  ');
    return `${kind} ${metadata.name}: ${words}`;
  });
}
