import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GitHost } from '../GitHost';
import type { HostedRepository, Pull } from '../hostModel';
import { escapeHtml, link, list, page } from './html';

/** Plain pages for the links that other programs show: repositories, files, pull requests. */
export async function handlePages(
  host: GitHost,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://host');
  const html = await render(host, pathname.split('/').filter(Boolean));
  response.writeHead(html === undefined ? 404 : 200, {
    'content-type': 'text/html; charset=utf-8',
  });
  response.end(html ?? page('Not found', '<p>There is nothing here.</p>'));
}

async function render(
  host: GitHost,
  parts: readonly string[],
): Promise<string | undefined> {
  const [owner, name, kind, ...rest] = parts.map(decodeURIComponent);
  if (owner === undefined || name === undefined) {
    const shown = host.repositories.filter(
      repository => owner === undefined || repository.owner === owner,
    );
    return page(owner ?? 'Repositories', list(shown.map(linkTo), 'None yet.'));
  }
  const repository = host.find(owner, name.replace(/\.git$/, ''));
  if (!repository) return undefined;
  switch (kind) {
    case undefined:
      return repositoryPage(repository);
    case 'pulls':
      return pullPage(repository, Number(rest[0]));
    case 'src':
      return filePage(repository, rest[1] ?? '', rest.slice(2).join('/'));
    case 'commit':
      return commitPage(repository, rest[0] ?? '');
    default:
      return undefined;
  }
}

function base({ owner, name }: HostedRepository): string {
  return `/${owner}/${name}`;
}

function linkTo(repository: HostedRepository): string {
  return link(base(repository), `${repository.owner}/${repository.name}`);
}

async function repositoryPage(repository: HostedRepository): Promise<string> {
  const { git, defaultBranch, pulls } = repository;
  const head = git.branches.get(defaultBranch);
  const entries = head ? await git.tree(head) : [];
  const files = entries
    .filter(({ type }) => type === 'blob')
    .map(({ path }) =>
      link(`${base(repository)}/src/branch/${defaultBranch}/${path}`, path),
    );
  return page(
    `${repository.owner}/${repository.name}`,
    `<p>${escapeHtml(repository.description)}</p>
<h2>Pull requests</h2>
${list(
  pulls.map(pull => pullLine(repository, pull)),
  'None yet.',
)}
<h2>Files on ${escapeHtml(defaultBranch)}</h2>
${list(files, 'The repository is empty.')}`,
  );
}

function pullLine(repository: HostedRepository, pull: Pull): string {
  const words = `#${pull.number} ${pull.title}`;
  return `${link(`${base(repository)}/pulls/${pull.number}`, words)} (${
    pull.end.state
  })`;
}

async function pullPage(
  repository: HostedRepository,
  number: number,
): Promise<string | undefined> {
  const { git, pulls } = repository;
  if (Number.isNaN(number)) {
    const lines = pulls.map(pull => pullLine(repository, pull));
    return page('Pull requests', list(lines, 'None yet.'));
  }
  const pull = pulls.find(other => other.number === number);
  if (!pull) return undefined;
  const from = git.branches.get(pull.base) ?? pull.headCommit;
  const diff =
    pull.end.state === 'merged'
      ? await git.diff(`${pull.end.commit}^`, pull.headCommit)
      : await git.diff(from, pull.headCommit);
  const statuses = [
    ...(repository.statuses.get(pull.headCommit)?.values() ?? []),
  ].map(({ context, state, description }) =>
    escapeHtml(`${context}: ${state}. ${description}`),
  );
  const said = [
    ...pull.reviews.map(one => `${one.user}: ${one.state}. ${one.body}`),
    ...pull.comments.map(one => `${one.user}: ${one.body}`),
  ].map(escapeHtml);
  return page(
    `#${pull.number} ${pull.title}`,
    `<p>${linkTo(repository)}: ${escapeHtml(pull.head)} → ${escapeHtml(
      pull.base,
    )}, ${pull.end.state}, by ${escapeHtml(pull.author)}</p>
<pre>${escapeHtml(pull.body.replace(/<!--[\s\S]*?-->/g, '').trim())}</pre>
<h2>Statuses</h2>
${list(statuses, 'None.')}
<h2>Said</h2>
${list(said, 'Nothing.')}
<h2>Changes</h2>
<pre>${escapeHtml(diff)}</pre>`,
  );
}

async function filePage(
  repository: HostedRepository,
  ref: string,
  path: string,
): Promise<string | undefined> {
  const commit = await repository.git.resolve(ref);
  if (!commit) return undefined;
  const entries = await repository.git.tree(commit);
  const entry = entries.find(other => other.path === path);
  if (entry?.type !== 'blob') return repositoryPage(repository);
  const content = await repository.git.blob(entry.id);
  return page(
    path,
    `<p>${linkTo(repository)}</p><pre>${escapeHtml(content.toString())}</pre>`,
  );
}

async function commitPage(
  repository: HostedRepository,
  id: string,
): Promise<string | undefined> {
  const commit = await repository.git.resolve(id);
  if (!commit) return undefined;
  const { author, at, message, parents } = await repository.git.commitFacts(
    commit,
  );
  const diff = parents[0] ? await repository.git.diff(parents[0], commit) : '';
  return page(
    commit.slice(0, 12),
    `<p>${linkTo(repository)}, ${escapeHtml(author)}, ${escapeHtml(at)}</p>
<pre>${escapeHtml(message)}</pre><pre>${escapeHtml(diff)}</pre>`,
  );
}
