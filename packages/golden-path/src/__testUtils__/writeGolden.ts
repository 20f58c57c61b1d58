import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { GOLDEN, goldenFiles } from './golden';

/** `./dev docs` runs this: writes the golden trees anew. */
const folder = resolve(__dirname, '../../../..', GOLDEN);
rmSync(folder, { recursive: true, force: true });
for (const [path, text] of goldenFiles()) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
process.stdout.write(`${GOLDEN}\n`);
