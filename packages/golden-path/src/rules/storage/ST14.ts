import { kustomizationsOf } from '../kustomize/kustomizations';
import { at, listAt } from '../kube';
import { error, type Rule, type Subject } from '../rule';

/** With another name a claim is another claim: new, and empty. */
export const ST14: Rule = {
  id: 'ST14',
  title: 'No prefix or suffix renames a claim',
  *check(subject) {
    const renamed = kustomizationsOf(subject).flatMap(({ path, value }) =>
      ['namePrefix', 'nameSuffix']
        .filter(field => at(value, field) !== undefined)
        .map(field => ({ path, field })),
    );
    if (renamed.length === 0 || !hasClaims(subject)) return;
    for (const { path, field } of renamed) {
      yield error({
        path: `${path}#/${field}`,
        message: `${field} gives every claim another name, so the pods get new, empty volumes, and the ones with the data stay behind.`,
        fix: 'Leave the names as they are: each environment has a namespace of its own.',
      });
    }
  },
};

// Read in the files: an overlay that renames is not rendered.
function hasClaims(subject: Subject): boolean {
  return [...subject.files.keys()]
    .filter(path => /^deploy\/.*\.ya?ml$/.test(path))
    .flatMap(path => subject.documents(path))
    .some(
      document =>
        at(document, 'kind') === 'PersistentVolumeClaim' ||
        listAt(document, 'spec', 'volumeClaimTemplates').length > 0,
    );
}
