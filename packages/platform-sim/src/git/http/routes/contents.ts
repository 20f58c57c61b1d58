import type { TreeEntry } from '../../BareRepository';
import { commitFiles, type FileOperation } from '../../commitFiles';
import { HostRefusal, type HostedRepository } from '../../hostModel';
import {
  ok,
  pageOf,
  repositoryOf,
  route,
  signedIn,
  text,
  type ApiAnswer,
  type ApiCall,
} from '../api';
import { commitBody } from '../bodies';

async function commitAsked(
  repository: HostedRepository,
  ref: string,
): Promise<string> {
  const wanted = ref || repository.defaultBranch;
  const commit = await repository.git.resolve(wanted);
  if (!commit) {
    throw new HostRefusal(
      404,
      `object does not exist [id: ${wanted}, rel_path: ]`,
    );
  }
  return commit;
}

function entryBody(
  call: ApiCall,
  repository: HostedRepository,
  entry: TreeEntry,
) {
  const page = `${call.url}/${repository.owner}/${repository.name}`;
  return {
    name: entry.path.split('/').pop(),
    path: entry.path,
    sha: entry.id,
    type: entry.type === 'tree' ? 'dir' : 'file',
    size: entry.size,
    html_url: `${page}/src/branch/${repository.defaultBranch}/${entry.path}`,
  };
}

async function readContents(call: ApiCall): Promise<ApiAnswer> {
  const repository = repositoryOf(call, 'read');
  const path = (call.params.path ?? '').replace(/^\/+|\/+$/g, '');
  const ref = call.query.get('ref') ?? '';
  const commit = await commitAsked(repository, ref);
  const entries = await repository.git.tree(commit);
  const entry = entries.find(other => other.path === path);
  if (entry?.type === 'blob') {
    const content = await repository.git.blob(entry.id);
    return ok({
      ...entryBody(call, repository, entry),
      encoding: 'base64',
      content: content.toString('base64'),
    });
  }
  if (path !== '' && entry?.type !== 'tree') {
    throw new HostRefusal(404, 'GetContentsOrList');
  }
  const prefix = path === '' ? '' : `${path}/`;
  const children = entries.filter(
    other =>
      other.path.startsWith(prefix) &&
      other.path !== path &&
      !other.path.slice(prefix.length).includes('/'),
  );
  return ok(children.map(child => entryBody(call, repository, child)));
}

async function changeFiles(call: ApiCall): Promise<ApiAnswer> {
  const repository = repositoryOf(call, 'write');
  const { login } = signedIn(call);
  const branch = text(call.body.branch) || repository.defaultBranch;
  const author = call.body.author as { name?: unknown; email?: unknown };
  const commit = await commitFiles(call.host, repository, {
    branch,
    newBranch: text(call.body.new_branch) || branch,
    force: call.body.force_push === true,
    message: text(call.body.message) || 'Change files',
    author: {
      name: text(author?.name) || login,
      email: text(author?.email) || `${login}@example.test`,
    },
    atSeconds: call.host.seconds(),
    files: operationsOf(call.body.files),
  });
  const facts = await repository.git.commitFacts(commit);
  return ok({ commit: commitBody(repository, facts, call.url) }, 201);
}

function operationsOf(files: unknown): FileOperation[] {
  if (!Array.isArray(files)) throw new HostRefusal(422, 'files are missing');
  return files.map(file => ({
    operation: text(file?.operation),
    path: text(file?.path),
    content: Buffer.from(text(file?.content), 'base64'),
    sha: text(file?.sha) || undefined,
  }));
}

/** Files at a commit, and commits that change them. */
export const contentRoutes = [
  route('GET', '/repos/:owner/:repo/contents', readContents),
  route('GET', '/repos/:owner/:repo/contents/*path', readContents),
  route('POST', '/repos/:owner/:repo/contents', changeFiles),

  route('GET', '/repos/:owner/:repo/raw/*path', async call => {
    const repository = repositoryOf(call, 'read');
    const ref = call.query.get('ref') ?? '';
    const commit = await commitAsked(repository, ref);
    const entries = await repository.git.tree(commit);
    const entry = entries.find(
      ({ path, type }) => path === call.params.path && type === 'blob',
    );
    if (!entry) throw new HostRefusal(404, 'not found');
    const bytes = await repository.git.blob(entry.id);
    return { status: 200, bytes, type: 'application/octet-stream' };
  }),

  route('GET', '/repos/:owner/:repo/git/trees/*ref', async call => {
    const repository = repositoryOf(call, 'read');
    const commit = await commitAsked(repository, call.params.ref ?? '');
    const deep = ['true', '1'].includes(call.query.get('recursive') ?? '');
    const entries = (await repository.git.tree(commit)).filter(
      ({ path }) => deep || !path.includes('/'),
    );
    const page = pageOf(call, entries);
    const last = entries[entries.length - 1];
    return ok({
      sha: commit,
      tree: page.map(({ path, mode, type, size, id }) => ({
        path,
        mode,
        type,
        size,
        sha: id,
      })),
      truncated: page.length > 0 && page[page.length - 1] !== last,
      total_count: entries.length,
    });
  }),

  route('GET', '/repos/:owner/:repo/archive/*ref.tar.gz', async call => {
    const repository = repositoryOf(call, 'read');
    const commit = await commitAsked(repository, call.params.ref ?? '');
    return {
      status: 200,
      bytes: await repository.git.archive(commit, repository.name),
      type: 'application/gzip',
    };
  }),
];
