import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { renderOverlay } from './renderOverlay';
import { parseYaml } from './yamlDocuments';

/** One situation, with what kustomize made of it or why it refused. */
interface Situation {
  readonly files: Readonly<Record<string, string>>;
  readonly output?: string;
  readonly refusal?: string;
}

const FIXTURES = join(__dirname, '__fixtures__');
const read = (name: string) =>
  parse(readFileSync(join(FIXTURES, `${name}.yaml`), 'utf8'));

const shared: Situation['files'] = read('shared');
const situations = globSync('*.yaml', { cwd: FIXTURES })
  .map(file => basename(file, '.yaml'))
  .filter(name => name !== 'shared')
  .map(name => [name, read(name) as Situation] as const);

const treeOf = ({ files }: Situation) =>
  new Map(Object.entries({ ...shared, ...files }));

describe('renderOverlay', () => {
  it.each(situations.filter(([, { output }]) => output !== undefined))(
    'renders %s as kustomize does, in its order',
    (_, situation) => {
      expect(renderOverlay(treeOf(situation), 'overlay')).toEqual(
        parseYaml(situation.output ?? '', 'kustomize', 'manifest'),
      );
    },
  );

  it.each(situations.filter(([, { refusal }]) => refusal !== undefined))(
    'has %s, as kustomize has',
    (_, situation) => {
      expect(() => renderOverlay(treeOf(situation), 'overlay')).toThrow(
        expect.objectContaining({ name: 'RenderError' }),
      );
    },
  );
});
