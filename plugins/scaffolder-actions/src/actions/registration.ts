import { ConflictError } from '@backstage/errors';
import type { Forge, RepositoryRef } from '@baremetal/forge';

const FILES = ['project.yaml', 'applicationset.yaml'];

/** A file of the platform repository that registers a service. */
export interface RegistrationFile {
  readonly path: string;
  readonly content: string;
}

/** @param textOf - the text of a file of the service's repository */
export function registrationFiles(
  name: string,
  textOf: (path: string) => string,
): RegistrationFile[] {
  return FILES.map(file => ({
    path: `apps/${name}/${file}`,
    content: textOf(`argocd/${file}`),
  }));
}

/**
 * A folder of this name that says something else belongs to another service.
 *
 * @throws ConflictError
 */
export async function refuseForeign(
  forge: Forge,
  repo: RepositoryRef,
  registration: {
    readonly name: string;
    readonly files: readonly RegistrationFile[];
    readonly ref: string;
    readonly signal?: AbortSignal;
  },
): Promise<void> {
  const { name, files, ref, signal } = registration;
  const ours = files[0];
  const there =
    ours && (await forge.readFile(repo, { ref, path: ours.path }, { signal }));
  if (there && there.text !== ours.content) {
    throw new ConflictError(
      `apps/${name} in ${repo.owner}/${repo.name} belongs to another service. Choose another name; nothing was changed.`,
    );
  }
}
