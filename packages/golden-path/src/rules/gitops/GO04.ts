import { OVERLAYS } from '../../constants';
import { at, listAt } from '../kube';
import { type Rule, type Subject, warning } from '../rule';

const OWNERS = /(^|\/)CODEOWNERS$/;

/**
 * Whoever merges to production deletes in production, when Argo CD applies and prunes at once. Somebody must stand
 * before that: owners of the overlay who are asked for their approval, or a window.
 */
export const GO04: Rule = {
  id: 'GO04',
  title: 'Production is not pruned at once without an approval or a window',
  *check(subject) {
    if (!isPrunedAtOnce(subject) || hasWindow(subject)) return;
    for (const { name, production } of subject.platform.environments) {
      if (
        !production ||
        !subject.environments.some(({ environment }) => environment === name) ||
        hasOwners(subject, name)
      ) {
        continue;
      }
      yield warning({
        path: 'productionSync',
        message: `What is merged to ${OVERLAYS}/${name} is applied at once and what is missing there is deleted, and no line of CODEOWNERS asks anybody for an approval.`,
        fix: `Restore the line for ${OVERLAYS}/${name} in CODEOWNERS, or sync production by hand or in a window.`,
        environments: [name],
      });
    }
  },
};

function documentsOf(subject: Subject, kind: string): unknown[] {
  return [...subject.files.keys()]
    .filter(path => path.startsWith('argocd/'))
    .flatMap(path => subject.documents(path))
    .filter(document => at(document, 'kind') === kind);
}

function isPrunedAtOnce(subject: Subject): boolean {
  return [
    ...documentsOf(subject, 'ApplicationSet').map(set =>
      at(set, 'spec', 'template', 'spec'),
    ),
    ...documentsOf(subject, 'Application').map(each => at(each, 'spec')),
  ].some(spec => at(spec, 'syncPolicy', 'automated', 'prune') === true);
}

function hasWindow(subject: Subject): boolean {
  return documentsOf(subject, 'AppProject').some(
    project => listAt(project, 'spec', 'syncWindows').length > 0,
  );
}

function hasOwners({ files }: Subject, environment: string): boolean {
  return [...files].some(
    ([path, text]) =>
      OWNERS.test(path) &&
      text
        .split('\n')
        .some(
          line =>
            !line.startsWith('#') &&
            line.includes(`${OVERLAYS}/${environment}/`),
        ),
  );
}
