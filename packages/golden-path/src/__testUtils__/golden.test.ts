import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { planService } from '../plan';
import { specOf } from '../rules/goodAnswers';
import { FACTS, GOLDEN, goldenFiles, SERVICES } from './golden';

const FOLDER = resolve(__dirname, '../../../..', GOLDEN);

function filesOnDisk(): Record<string, string> {
  return Object.fromEntries(
    readdirSync(FOLDER, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => [
        relative(FOLDER, path).split(sep).join('/'),
        readFileSync(path, 'utf8'),
      ]),
  );
}

it('nothing is refused of what is shown as golden', () => {
  for (const [name, special] of Object.entries(SERVICES)) {
    const { findings } = planService(specOf(special), FACTS);
    const refused = findings.filter(({ severity }) => severity === 'error');
    expect([name, refused]).toEqual([name, []]);
  }
});

it('golden holds what is made of the answers; ./dev docs writes it anew', () => {
  expect(filesOnDisk()).toEqual(Object.fromEntries(goldenFiles()));
});
