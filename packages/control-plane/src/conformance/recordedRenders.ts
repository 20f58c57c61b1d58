import { match, strictEqual } from 'node:assert';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FileTree } from '@baremetal/golden-path';
import { parse } from 'yaml';
import type { Case } from './part';

const FOLDER = join(__dirname, '../../../golden-path/src/render/__fixtures__');

/**
 * What the renderer's own tests take for kustomize's answers, asked again of kustomize.
 *
 * @param build - text that kustomize prints; rejects with its complaint
 */
export function* recordedRenders(
  build: (files: FileTree, overlay: string) => Promise<string>,
): Iterable<Case> {
  const read = (name: string) =>
    parse(readFileSync(join(FOLDER, `${name}.yaml`), 'utf8'));
  const shared = read('shared');
  for (const file of globSync('*.yaml', { cwd: FOLDER }).sort()) {
    const name = basename(file, '.yaml');
    if (name !== 'shared') {
      yield {
        name: `recorded: ${name}`,
        run: async () => {
          const { files, output } = read(name);
          const tree = new Map(Object.entries({ ...shared, ...files }));
          const said = await build(tree as FileTree, 'overlay').catch(
            (complaint: Error) => complaint,
          );
          if (output === undefined) {
            match(String(said), /Error: /);
          } else {
            strictEqual(said, output);
          }
        },
      };
    }
  }
}
