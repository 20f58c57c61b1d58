import type { Subject } from '../rule';

/** A kustomization file of the repository. */
export interface Kustomization {
  readonly path: string;
  readonly folder: string;
  readonly value: unknown;
}

/** Path of a file that kustomize reads as a folder's kustomization. */
export const KUSTOMIZATION = /(^|\/)(kustomization\.ya?ml|Kustomization)$/;

/** Every kustomization of the repository. */
export function kustomizationsOf(subject: Subject): Kustomization[] {
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
