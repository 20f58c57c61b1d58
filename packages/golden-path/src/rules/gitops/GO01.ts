import { OVERLAYS } from '../../constants';
import { at, listAt } from '../kube';
import { ifKnown } from '../missing';
import { error, type Rule, type Subject } from '../rule';

/** A project that may deploy everywhere keeps nobody apart. */
export const GO01: Rule = {
  id: 'GO01',
  title:
    'The service has an Argo CD project of its own, with named destinations',
  *check(subject) {
    for (const { path, document } of documentsIn(subject)) {
      for (const reason of tooWide(document)) {
        yield error({
          path,
          message: `${at(document, 'kind')} ${at(
            document,
            'metadata',
            'name',
          )} ${reason}, so it could overwrite any other service.`,
          fix: 'Use the generated project: this repository as its source, and its own namespaces as destinations.',
        });
      }
    }
  },
};

/** Files of Argo CD lie in a folder of their own here; in other repositories among what is deployed. */
function* documentsIn(
  subject: Subject,
): Iterable<{ readonly path: string; readonly document: unknown }> {
  for (const path of subject.files.keys()) {
    if (!path.startsWith('argocd/')) continue;
    for (const document of subject.documents(path)) yield { path, document };
  }
  if (ifKnown(subject.spec) !== undefined) return;
  for (const { environment, objects } of subject.environments) {
    if (environment === 'argocd') continue;
    const path = `${OVERLAYS}/${environment}`;
    for (const document of objects) yield { path, document };
  }
}

function tooWide(document: unknown): string[] {
  switch (at(document, 'kind')) {
    case 'AppProject':
      return [
        ...(listAt(document, 'spec', 'destinations').some(destination =>
          ['name', 'server', 'namespace'].some(
            field => at(destination, field) === '*',
          ),
        )
          ? ['allows the destination *']
          : []),
        ...(listAt(document, 'spec', 'sourceRepos').includes('*')
          ? ['allows any repository']
          : []),
      ];
    case 'Application':
      return inDefault(at(document, 'spec', 'project'));
    case 'ApplicationSet':
      return inDefault(at(document, 'spec', 'template', 'spec', 'project'));
    default:
      return [];
  }
}

function inDefault(project: unknown): string[] {
  return project === undefined || project === '' || project === 'default'
    ? ['is in the project "default"']
    : [];
}
