import type { GitHost } from './GitHost';
import { HostRefusal, type HostedRepository } from './hostModel';

/** One file of Gitea's "change files". */
export interface FileOperation {
  readonly operation: string;
  readonly path: string;
  readonly content: Buffer;
  readonly sha?: string;
}

export interface CommitRequest {
  readonly branch: string;
  readonly newBranch: string;
  readonly force: boolean;
  readonly message: string;
  readonly author: { readonly name: string; readonly email: string };
  readonly atSeconds: number;
  readonly files: readonly FileOperation[];
}

/** Commits like Gitea: each file's content is compared, the branch's head is not. */
export function commitFiles(
  host: GitHost,
  repository: HostedRepository,
  request: CommitRequest,
): Promise<string> {
  const { owner, name, git } = repository;
  return host.exclusively(`${owner}/${name}`, async () => {
    const { branch, newBranch } = request;
    const head = git.branches.get(branch);
    const before = git.branches.get(newBranch);
    if (branch !== newBranch && before !== undefined && !request.force) {
      throw new HostRefusal(422, `branch already exists [name: ${newBranch}]`);
    }
    if (head === undefined && git.branches.size > 0) {
      throw new HostRefusal(404, `branch does not exist [name: ${branch}]`);
    }
    const blobs = new Map(
      (head ? await git.tree(head) : [])
        .filter(entry => entry.type === 'blob')
        .map(entry => [entry.path, entry.id]),
    );
    for (const file of request.files) check(file, blobs);
    const after = await git.commit({
      branch: newBranch,
      from: head,
      force: request.force,
      message: request.message,
      author: request.author,
      atSeconds: request.atSeconds,
      files: new Map(
        request.files.map(({ operation, path, content }) => [
          path,
          operation === 'delete' ? undefined : content,
        ]),
      ),
    });
    host.moved(repository, { branch: newBranch, before, after });
    return after;
  });
}

function check(file: FileOperation, blobs: ReadonlyMap<string, string>): void {
  const { operation, path, sha } = file;
  const known = blobs.get(path);
  const parts = path.split('/');
  if (parts.some(part => ['', '.', '..', '.git'].includes(part))) {
    throw new HostRefusal(422, `path is invalid [path: ${path}]`);
  }
  switch (operation) {
    case 'create':
      if (known === undefined) return;
      throw new HostRefusal(
        422,
        `repository file already exists [path: ${path}]`,
      );
    case 'update':
    case 'delete':
      if (known === undefined) {
        throw new HostRefusal(
          404,
          `object does not exist [id: , rel_path: ${path}]`,
        );
      }
      if (sha && sha !== known) {
        throw new HostRefusal(
          422,
          `sha does not match [given: ${sha}, expected: ${known}]`,
        );
      }
      return;
    default:
      throw new HostRefusal(422, `invalid file operation: ${operation}`);
  }
}
