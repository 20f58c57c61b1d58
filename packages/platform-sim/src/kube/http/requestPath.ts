import { methodNotAllowed } from '../apiError';
import type { KindInfo } from '../kinds';
import { ALL_KINDS } from '../kinds';

export type Verb =
  | 'get'
  | 'list'
  | 'watch'
  | 'create'
  | 'update'
  | 'patch'
  | 'delete'
  | 'deletecollection';

/** What a request asks of which resource. */
export interface ResourceRequest {
  readonly verb: Verb;
  readonly kind: KindInfo;
  readonly namespace?: string;
  readonly name?: string;
  readonly subresource?: 'status' | 'scale';
  readonly query: URLSearchParams;
}

/** The parts of a resource's path; `undefined` when the path names none. */
export function parseResourcePath(
  path: string,
): Omit<ResourceRequest, 'verb' | 'query'> | undefined {
  const parts = path
    .split('/')
    .filter(part => part !== '')
    .map(decodeURIComponent);
  const [group, version, ...rest] =
    parts[0] === 'api' ? ['', ...parts.slice(1)] : parts.slice(1);
  if ((parts[0] !== 'api' && parts[0] !== 'apis') || rest.length === 0) {
    return undefined;
  }
  const find = (plural: string | undefined) =>
    ALL_KINDS.find(
      kind =>
        kind.plural === plural &&
        kind.group === group &&
        kind.version === version,
    );
  const inNamespace =
    rest[0] === 'namespaces' && rest.length > 2 && rest[2] !== 'status';
  const [plural, name, subresource, ...more] = inNamespace
    ? rest.slice(2)
    : rest;
  const kind = find(plural);
  if (!kind || more.length > 0 || kind.namespaced < inNamespace)
    return undefined;
  if (kind.namespaced && !inNamespace && name !== undefined) return undefined;
  if (subresource !== undefined && !hasSubresource(kind, subresource)) {
    return undefined;
  }
  return {
    kind,
    ...(inNamespace && { namespace: rest[1] }),
    ...(name !== undefined && { name }),
    ...(subresource !== undefined && {
      subresource: subresource as 'status' | 'scale',
    }),
  };
}

function hasSubresource(kind: KindInfo, name: string): boolean {
  return name === 'status' && kind.status;
}

/** @throws ApiError 405 */
export function verbOf(
  method: string,
  name: string | undefined,
  query: URLSearchParams,
): Verb {
  switch (method) {
    case 'GET':
      if (name !== undefined) return 'get';
      return isTrue(query.get('watch')) ? 'watch' : 'list';
    case 'POST':
      if (name === undefined) return 'create';
      break;
    case 'PUT':
      if (name !== undefined) return 'update';
      break;
    case 'PATCH':
      if (name !== undefined) return 'patch';
      break;
    case 'DELETE':
      return name === undefined ? 'deletecollection' : 'delete';
    default:
  }
  throw methodNotAllowed();
}

export function isTrue(value: string | null): boolean {
  return value === '1' || value === 'true' || value === '';
}
