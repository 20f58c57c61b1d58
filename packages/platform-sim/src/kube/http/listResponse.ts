import { badRequest, continueExpired, expired } from '../apiError';
import { groupVersionOf } from '../kinds';
import type { KubeObject } from '../objects';
import { keyOf, keyText } from '../objects';
import type { ObjectStore } from '../ObjectStore';
import { parseFilter } from '../selectors';
import { itemJson } from './json';
import type { ResourceRequest } from './requestPath';

interface ContinueToken {
  /** Revision of the first page: all pages show that moment. */
  readonly revision: number;
  /** Key of the last object that was delivered. */
  readonly after: string;
}

/** The body of a list, as JSON text. */
export function listResponse(
  store: ObjectStore,
  request: ResourceRequest,
): string {
  const { kind, namespace, query } = request;
  const token = readToken(query.get('continue'));
  const revision = token?.revision ?? askedRevision(store, query);
  const all =
    revision === store.revision
      ? store.list(kind, namespace)
      : store.listAt(kind, revision, namespace);
  if (all === 'gone') {
    throw token
      ? continueExpired()
      : expired(revision, store.compactedRevision);
  }
  const filter = parseFilter(kind, query);
  const left = token
    ? all.filter(object => keyText(keyOf(object)) > token.after)
    : all;
  const matching = filter ? left.filter(filter) : left;
  const limit = Number(query.get('limit') ?? 0);
  const page = limit > 0 ? matching.slice(0, limit) : matching;
  const metadata = {
    resourceVersion: String(revision),
    ...rest({ matching, page, revision, filtered: filter !== undefined }),
  };
  const items = page.map(object => itemJson(kind, object)).join(',');
  return `{"kind":"${kind.kind}List","apiVersion":"${groupVersionOf(
    kind,
  )}","metadata":${JSON.stringify(metadata)},"items":[${items}]}\n`;
}

function rest(page: {
  matching: readonly KubeObject[];
  page: readonly KubeObject[];
  revision: number;
  filtered: boolean;
}): object {
  const last = page.page[page.page.length - 1];
  const remaining = page.matching.length - page.page.length;
  if (!last || remaining === 0) return {};
  const token = { revision: page.revision, after: keyText(keyOf(last)) };
  return {
    continue: Buffer.from(JSON.stringify(token)).toString('base64url'),
    ...(!page.filtered && { remainingItemCount: remaining }),
  };
}

function readToken(text: string | null): ContinueToken | undefined {
  if (!text) return undefined;
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    throw badRequest('continue key is not valid: it is not a token of a list');
  }
}

/** Only `Exact` binds a list to a moment; all other ways get the present one. */
function askedRevision(store: ObjectStore, query: URLSearchParams): number {
  const asked = Number(query.get('resourceVersion') ?? 0);
  return asked > 0 && query.get('resourceVersionMatch') === 'Exact'
    ? asked
    : store.revision;
}
