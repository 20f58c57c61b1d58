import { HostRefusal } from '../../hostModel';
import {
  ok,
  pageOf,
  repositoryOf,
  route,
  signedIn,
  text,
  type ApiCall,
} from '../api';
import { commitBody, repositoryBody } from '../bodies';

async function create(call: ApiCall, owner: string) {
  const repository = await call.host.createRepository({
    owner,
    name: text(call.body.name),
    description: text(call.body.description),
    private: call.body.private === true,
    defaultBranch: text(call.body.default_branch),
  });
  return ok(repositoryBody(repository, call.url), 201);
}

async function branchBody(call: ApiCall, branch: string) {
  const { git } = repositoryOf(call, 'read');
  const head = git.branches.get(branch);
  if (head === undefined) {
    throw new HostRefusal(404, `branch does not exist [name: ${branch}]`);
  }
  const { message, at, author, email } = await git.commitFacts(head);
  const person = { name: author, email };
  return {
    name: branch,
    commit: { id: head, message, timestamp: at, author: person },
    protected: false,
  };
}

/** Repositories and their branches and commits. */
export const repositoryRoutes = [
  route('POST', '/user/repos', call => create(call, signedIn(call).login)),

  route('POST', '/orgs/:org/repos', call => {
    const { org = '' } = call.params;
    const user = signedIn(call);
    if (!call.host.organizations.has(org)) {
      throw new HostRefusal(404, 'GetOrgByName');
    }
    if (!user.admin) {
      throw new HostRefusal(
        403,
        'user should have a permission to create a repository',
      );
    }
    return create(call, org);
  }),

  route('GET', '/repos/:owner/:repo', call =>
    ok(repositoryBody(repositoryOf(call, 'read'), call.url)),
  ),

  route('DELETE', '/repos/:owner/:repo', async call => {
    await call.host.deleteRepository(repositoryOf(call, 'write'));
    return { status: 204 };
  }),

  route('GET', '/repos/:owner/:repo/branches', async call => {
    const { git } = repositoryOf(call, 'read');
    const names = pageOf(call, [...git.branches.keys()].sort());
    return ok(await Promise.all(names.map(name => branchBody(call, name))));
  }),

  route('GET', '/repos/:owner/:repo/branches/*branch', async call =>
    ok(await branchBody(call, call.params.branch ?? '')),
  ),

  route('DELETE', '/repos/:owner/:repo/branches/*branch', async call => {
    const repository = repositoryOf(call, 'write');
    const { branch = '' } = call.params;
    const before = repository.git.branches.get(branch);
    if (before === undefined) {
      throw new HostRefusal(404, `branch does not exist [name: ${branch}]`);
    }
    await repository.git.deleteBranch(branch);
    call.host.moved(repository, { branch, before });
    return { status: 204 };
  }),

  route('GET', '/repos/:owner/:repo/git/commits/*ref', async call => {
    const repository = repositoryOf(call, 'read');
    const { ref = '' } = call.params;
    const commit = await repository.git.resolve(ref);
    if (!commit) throw new HostRefusal(404, `commit doesn't exist: ${ref}`);
    const facts = await repository.git.commitFacts(commit);
    return ok(commitBody(repository, facts, call.url));
  }),
];
