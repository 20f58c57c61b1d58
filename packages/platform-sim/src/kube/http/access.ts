import { forbidden, unauthorized } from '../apiError';
import type { ClusterFaults } from '../faults';
import type { ResourceRequest } from './requestPath';

export type Role = 'admin' | 'reader';

export interface Account {
  readonly user: string;
  readonly role: Role;
}

/** @throws ApiError 401 */
export function authenticate(
  header: string | undefined,
  accounts: ReadonlyMap<string, Account>,
): Account {
  const token = /^Bearer\s+(\S+)$/i.exec(header ?? '')?.[1];
  const account = token === undefined ? undefined : accounts.get(token);
  if (!account) throw unauthorized();
  return account;
}

const READING = ['get', 'list', 'watch'];

/** The reader's ClusterRole: reads, and controls rollouts through their status. Never secrets. */
function mayRead({ kind, verb, subresource }: ResourceRequest): boolean {
  if (kind.plural === 'secrets') return false;
  if (READING.includes(verb)) return true;
  return (
    kind.plural === 'rollouts' &&
    verb === 'patch' &&
    (subresource === 'status' || subresource === undefined)
  );
}

/** @throws ApiError 403 */
export function authorize(
  { user, role }: Account,
  request: ResourceRequest,
  faults: ClusterFaults,
): void {
  const allowed =
    role === 'admin' || (mayRead(request) && !faults.isDenied(request.kind));
  if (allowed) return;
  const { kind, verb, namespace, name } = request;
  throw forbidden(kind, { user, verb, namespace, name });
}
