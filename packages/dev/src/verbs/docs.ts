import { run } from '../run';

/** Each writes one page, or one folder, and says which. */
const WRITERS = [
  'packages/golden-path/src/__testUtils__/writeRulesPage.ts',
  'packages/golden-path/src/__testUtils__/writeGolden.ts',
];

/** `./dev docs`: writes the pages and golden files that are generated from code. Tests say when one is out of date. */
export async function docs(args: readonly string[]): Promise<number> {
  if (args.length > 0) {
    throw new Error(`docs takes nothing; "${args.join(' ')}" was given.`);
  }
  for (const writer of WRITERS) {
    const code = await run(process.execPath, [
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      writer,
    ]);
    if (code !== 0) return code;
  }
  return 0;
}
