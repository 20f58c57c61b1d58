import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { WATCHED } from './watchedResources';

interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

const [role] = parseAllDocuments(
  readFileSync(
    resolve(__dirname, '../../../../deploy/rbac/reader.yaml'),
    'utf8',
  ),
).map(document => document.toJS());

const verbsOf = (group: string, resource: string) =>
  role.rules
    .filter(
      ({ apiGroups, resources }: Rule) =>
        apiGroups.includes(group) && resources.includes(resource),
    )
    .flatMap(({ verbs }: Rule) => verbs);

it.each(Object.values(WATCHED))(
  'the role that is shipped lets $words be read, and nothing else be done',
  ({ path }) => {
    const [, group = '', resource = ''] =
      /^\/(?:api|apis\/([^/]+))\/[^/]+\/([^/]+)$/.exec(path) ?? [];
    expect(verbsOf(group, resource)).toEqual(['get', 'list', 'watch']);
  },
);
