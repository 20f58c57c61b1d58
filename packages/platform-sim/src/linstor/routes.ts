import type { IncomingMessage } from 'node:http';
import {
  definitionBody,
  groupBodies,
  kib,
  nodeBodies,
  poolsText,
  resourceBodies,
} from './bodies';
import type { SimResource, SimStorage } from './model';
import { largestVolume } from './placement';

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Answers the calls of LINSTOR's REST API that read; every other one is unknown here. */
export function answer(
  storage: SimStorage,
  request: Pick<IncomingMessage, 'method' | 'url'>,
): Answer {
  const url = new URL(request.url ?? '/', 'http://controller');
  const key = `${request.method} ${url.pathname}`;
  switch (key) {
    case 'GET /health':
      return ok({});
    case 'GET /v1/controller/version':
      return ok({ version: '1.35.3', rest_api_version: '1.29.0' });
    case 'GET /v1/view/resources':
      return ok(
        named(storage, url, 'resources').flatMap(resource =>
          resourceBodies(storage, resource),
        ),
      );
    case 'GET /v1/resource-definitions':
      return ok(
        named(storage, url, 'resource_definitions').map(definitionBody),
      );
    case 'GET /v1/resource-groups':
      return ok(groupBodies(storage));
    case 'GET /v1/nodes':
      return ok(nodeBodies(storage));
    case 'GET /v1/view/storage-pools':
      return { status: 200, text: poolsText(storage) };
  }
  return sizeInfo(storage, key) ?? unknown(key);
}

function ok(body: unknown): Answer {
  return { status: 200, text: JSON.stringify(body) };
}

function unknown(key: string): Answer {
  const message = `HTTP 404 Not Found: ${key}`;
  return { status: 404, text: JSON.stringify([{ ret_code: -1, message }]) };
}

/** Resources named in the query, compared without regard to case; all of them when none is named. */
function named(storage: SimStorage, url: URL, key: string): SimResource[] {
  const names = url.searchParams.getAll(key).map(name => name.toLowerCase());
  return [...storage.resources.values()].filter(
    ({ handle }) => names.length === 0 || names.includes(handle.toLowerCase()),
  );
}

const SIZE_INFO = /^POST \/v1\/resource-groups\/([^/]+)\/query-size-info$/;

function sizeInfo(storage: SimStorage, key: string): Answer | undefined {
  const name = SIZE_INFO.exec(key)?.[1];
  const rule =
    name === undefined
      ? undefined
      : storage.classes.get(decodeURIComponent(name));
  if (!rule) {
    return undefined;
  }
  const largest = kib(largestVolume(storage, rule));
  return ok({
    space_info: {
      max_vlm_size_in_kib: largest,
      available_size_in_kib: largest,
      capacity_in_kib: kib(
        [...storage.nodes.values()]
          .flatMap(({ pools }) => pools)
          .filter(({ name: pool }) => pool === rule.pool)
          .reduce((sum, { totalBytes }) => sum + totalBytes, 0),
      ),
    },
  });
}
