import { HostRefusal } from '../../hostModel';
import { ok, route, signedIn, text } from '../api';
import { repositoryBody, userBody } from '../bodies';
import { mayRead } from '../auth';

/** Who is there, and what belongs to them. */
export const accountRoutes = [
  route('GET', '/version', () => ok({ version: '1.26.0-simulated' })),

  route('GET', '/user', call => {
    const user = signedIn(call);
    return ok({
      ...userBody(user.login, call.url),
      email: `${user.login}@example.test`,
      is_admin: user.admin,
    });
  }),

  route('GET', '/users/:name', call => {
    const { name = '' } = call.params;
    const known =
      call.host.organizations.has(name) ||
      call.host.users.some(user => user.login === name);
    if (!known) throw new HostRefusal(404, 'GetUserByName');
    return ok(userBody(name, call.url));
  }),

  route('POST', '/orgs', call => {
    const name = text(call.body.username);
    if (!signedIn(call).admin) throw new HostRefusal(403, 'not allowed');
    const taken =
      call.host.organizations.has(name) ||
      call.host.users.some(user => user.login === name);
    if (name === '' || taken) {
      throw new HostRefusal(422, `user already exists [name: ${name}]`);
    }
    call.host.organizations.add(name);
    return ok(userBody(name, call.url), 201);
  }),

  route('GET', '/orgs/:org', call => {
    const { org = '' } = call.params;
    if (!call.host.organizations.has(org)) {
      throw new HostRefusal(404, 'GetOrgByName');
    }
    return ok(userBody(org, call.url));
  }),

  route('GET', '/orgs/:org/repos', call => {
    const { org = '' } = call.params;
    const repos = call.host.repositories.filter(
      repo => repo.owner === org && mayRead(call.user, repo),
    );
    return ok(repos.map(repo => repositoryBody(repo, call.url)));
  }),
];
