import { ConflictError, NotFoundError } from '@backstage/errors';
import type { Forge, RepositoryRef } from '@baremetal/forge';
import {
  type AdoptedRepository,
  type FileTree,
  onBranch,
  type ServiceSpec,
} from '@baremetal/golden-path';
import { parseSpec } from './spec';

const CATALOG_INFO = 'catalog-info.yaml';
const LOCK = '.baremetal/golden-path.yaml';
/** Where hosts look for owners of code. */
const CODE_OWNERS = [
  '',
  '.github/',
  '.gitlab/',
  '.gitea/',
  '.forgejo/',
  'docs/',
];

/** A commit of a repository that was there before. */
export interface AdoptedAt {
  readonly repo: RepositoryRef;
  readonly ref: string;
  readonly signal?: AbortSignal;
}

/**
 * The answers for the branch that the Git host calls the repository's default. Nobody is asked for it; who answered it
 * all the same must have answered the same.
 *
 * @throws NotFoundError without a repository, ConflictError when it is empty or its default branch is another one
 */
export async function onDefaultBranch(
  forge: Forge,
  spec: ServiceSpec,
  signal?: AbortSignal,
): Promise<ServiceSpec> {
  const { owner, name, defaultBranch: answered } = spec.repo;
  const found = await forge.findRepository({ owner, name }, { signal });
  if (found === undefined) {
    throw new NotFoundError(
      `There is no repository ${owner}/${name} on the Git host, or this token may not see it. Correct its owner and name, or let the token see it; a repository that has yet to be made is made by the other templates`,
    );
  }
  const { defaultBranch, empty } = found;
  if (empty) {
    throw new ConflictError(
      `${owner}/${name} holds no commit yet. Push a first one to ${defaultBranch}, and run this again`,
    );
  }
  if (answered !== undefined && answered !== defaultBranch) {
    throw new ConflictError(
      `repo.defaultBranch is ${answered}, and the default branch of ${owner}/${name} is ${defaultBranch}. Leave the answer out, or make ${answered} the default branch on the Git host. Nothing was changed.`,
    );
  }
  return parseSpec(onBranch(spec, defaultBranch));
}

/** What it has of the files that it may keep. */
export async function readAdopted(
  forge: Forge,
  at: AdoptedAt,
): Promise<AdoptedRepository> {
  const [catalogInfo, ...owners] = await Promise.all(
    [CATALOG_INFO, ...CODE_OWNERS.map(folder => `${folder}CODEOWNERS`)].map(
      path => read(forge, at, path),
    ),
  );
  return {
    catalogInfo,
    hasCodeOwners: owners.some(text => text !== undefined),
  };
}

/**
 * The team's files are never written over.
 *
 * @throws ConflictError that names each of them
 */
export async function refuseOverwriting(
  forge: Forge,
  at: AdoptedAt,
  files: FileTree,
): Promise<void> {
  const taken = (
    await Promise.all(
      [...files]
        .filter(([path]) => path !== CATALOG_INFO)
        .map(async ([path, content]) => {
          const there = await read(forge, at, path);
          return there === undefined || there === content ? [] : [path];
        }),
    )
  ).flat();
  if (taken.length === 0) return;
  const { owner, name } = at.repo;
  if (taken.includes(LOCK)) {
    throw new ConflictError(
      `${owner}/${name} is deployed by the golden path already, from other answers: they are in ${LOCK}. Change them there, and what follows from them, by a pull request of your own. Nothing was changed.`,
    );
  }
  throw new ConflictError(
    `${owner}/${name} has files of its own where the deployment belongs: ${taken.join(
      ', ',
    )}. Move or remove them first, and run this again. Nothing was changed.`,
  );
}

async function read(
  forge: Forge,
  { repo, ref, signal }: AdoptedAt,
  path: string,
): Promise<string | undefined> {
  return (await forge.readFile(repo, { ref, path }, { signal }))?.text;
}
