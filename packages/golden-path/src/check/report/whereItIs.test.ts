import type { LocatedFinding } from '../checkRepository';
import { whereItIs } from './whereItIs';

const where = (message: string, environments: string[] | undefined) =>
  whereItIs({ message, environments } as LocatedFinding, {
    environments: ['app', 'prod'].map(name => ({
      name,
      folder: name,
      objects: 1,
    })),
  });

it.each<[string, string, string[] | undefined, string]>([
  ['names those of one', 'It is wrong.', ['app'], ' (app)'],
  ['says nothing of all', 'It is wrong.', ['app', 'prod'], ''],
  ['says nothing where nobody said', 'It is wrong.', undefined, ''],
  ['does not say it twice', 'In prod it is wrong.', ['prod'], ''],
  ['reads no name into another', 'The apple is.', ['app'], ' (app)'],
  ['names one that did not render', 'It is.', ['test'], ' (test)'],
])('whereItIs %s', (_, message, environments, words) => {
  expect(where(message, environments)).toBe(words);
});
