import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { ROOT, run } from '../run';

/** Checks types: of everything, or of one folder and what it imports. */
export async function checkTypes(args: readonly string[]): Promise<number> {
  const folder = args[0];
  if (folder === undefined) {
    return run('yarn', [
      'tsc',
      '--noEmit',
      '--emitDeclarationOnly',
      'false',
      '--incremental',
      '--tsBuildInfoFile',
      '.dev/types/all.tsbuildinfo',
    ]);
  }
  const path = relative(ROOT, resolve(ROOT, folder));
  const name = path.replaceAll('/', '-');
  const dir = join(ROOT, '.dev/types');
  mkdirSync(dir, { recursive: true });
  const config = join(dir, `${name}.json`);
  writeFileSync(
    config,
    JSON.stringify({
      extends: '../../tsconfig.json',
      include: [
        `../../${path}/src`,
        `../../${path}/e2e`,
        `../../${path}/config.d.ts`,
      ],
      compilerOptions: {
        rootDir: '../..',
        outDir: '.',
        noEmit: true,
        emitDeclarationOnly: false,
        incremental: true,
        tsBuildInfoFile: `./${name}.tsbuildinfo`,
      },
    }),
  );
  return run('yarn', ['tsc', '-p', config]);
}
