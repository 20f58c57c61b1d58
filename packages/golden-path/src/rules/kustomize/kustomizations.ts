import type { Subject } from '../rule';

/** A kustomization file of the repository. */
export interface Kustomization {
  readonly path: string;
  readonly folder: string;
  readonly value: unknown;
}

/** Path of a file that kustomize reads as a folder's kustomization. */
export const KUSTOMIZATION = /(^|\/)(kustomization\.ya?ml|Kustomization)$/;

/** Several rules ask for them, and a subject does not change while it is judged. */
const known = new WeakMap<Subject, readonly Kustomization[]>();

/** Every kustomization of the repository. */
export function kustomizationsOf(subject: Subject): readonly Kustomization[] {
  const found = known.get(subject) ?? findKustomizations(subject);
  known.set(subject, found);
  return found;
}

function findKustomizations(subject: Subject): Kustomization[] {
  return [...subject.files.keys()]
    .filter(path => KUSTOMIZATION.test(path))
    .flatMap(path =>
      subject.documents(path).map(value => ({
        path,
        folder: path.slice(0, Math.max(0, path.lastIndexOf('/'))),
        value,
      })),
    );
}
