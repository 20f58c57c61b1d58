import type { Subject } from '../rule';

/** A kustomization file of the repository. */
export interface Kustomization {
  readonly path: string;
  readonly folder: string;
  readonly value: unknown;
}

const FILE = /(^|\/)(kustomization\.ya?ml|Kustomization)$/;

/** Every kustomization below `deploy/`. */
export function kustomizationsOf(subject: Subject): Kustomization[] {
  return [...subject.files.keys()]
    .filter(path => path.startsWith('deploy/') && FILE.test(path))
    .flatMap(path =>
      subject.documents(path).map(value => ({
        path,
        folder: path.slice(0, path.lastIndexOf('/')),
        value,
      })),
    );
}
