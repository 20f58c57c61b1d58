import { joinPath } from '../../render/paths';
import { RenderError } from '../../render/RenderError';
import { kustomizationsOf } from '../kustomize/kustomizations';
import { at, listAt } from '../kube';
import { error, type Rule, type Subject } from '../rule';

/** With another name a claim is another claim: new, and empty. */
export const ST14: Rule = {
  id: 'ST14',
  title: 'No prefix or suffix renames a claim',
  *check(subject) {
    const kustomizations = kustomizationsOf(subject);
    for (const { path, value, folder } of kustomizations) {
      const fields = ['namePrefix', 'nameSuffix'].filter(
        field => at(value, field) !== undefined,
      );
      if (fields.length === 0 || !holdsClaims(folder, subject)) continue;
      for (const field of fields) {
        yield error({
          path: `${path}#/${field}`,
          message: `${field} gives every claim another name, so the pods get new, empty volumes, and the ones with the data stay behind.`,
          fix: 'Leave the names as they are: each environment has a namespace of its own.',
        });
      }
    }
  },
};

/** Whether an overlay, or what it builds on, has claims. Read in the files: one that renames is not rendered. */
function holdsClaims(
  folder: string,
  subject: Subject,
  seen: Set<string> = new Set(),
): boolean {
  if (seen.has(folder)) return false;
  seen.add(folder);
  return kustomizationsOf(subject)
    .filter(kustomization => kustomization.folder === folder)
    .flatMap(({ value }) =>
      ['resources', 'components', 'bases'].flatMap(field =>
        listAt(value, field),
      ),
    )
    .flatMap(entry => pathOf(folder, String(entry)))
    .some(path =>
      subject.files.has(path)
        ? subject.documents(path).some(isClaim)
        : holdsClaims(path, subject, seen),
    );
}

function pathOf(folder: string, entry: string): string[] {
  try {
    return [joinPath(folder, entry)];
  } catch (failure) {
    // Leads out of the repository; rendering says so.
    if (failure instanceof RenderError) return [];
    throw failure;
  }
}

function isClaim(document: unknown): boolean {
  return (
    at(document, 'kind') === 'PersistentVolumeClaim' ||
    listAt(document, 'spec', 'volumeClaimTemplates').length > 0
  );
}
