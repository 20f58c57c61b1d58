import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse as parseYaml } from 'yaml';
import { badRequest, unsupportedMediaType } from '../apiError';
import type { RemoveOptions } from '../ObjectService';
import { ObjectService } from '../ObjectService';
import type { KubeObject, ObjectDraft, ObjectKey } from '../objects';
import { keyOf } from '../objects';
import { jsonPatch, mergePatch, strategicMerge } from '../patches';
import { parseFilter } from '../selectors';
import { listResponse } from './listResponse';
import type { ResourceRequest } from './requestPath';

const JSON_PATCH = 'application/json-patch+json';
const MERGE_PATCH = 'application/merge-patch+json';
const STRATEGIC_PATCH = 'application/strategic-merge-patch+json';
const APPLY_PATCH = 'application/apply-patch+yaml';

export interface Answer {
  readonly code: number;
  readonly body: object | string;
}

/** Carries out one request that is not a watch. */
export function respond(
  objects: ObjectService,
  request: ResourceRequest,
  { body, contentType }: { body: string; contentType: string },
): Answer {
  const { verb, kind, namespace, query } = request;
  const dryRun = query.get('dryRun') === 'All';
  switch (verb) {
    case 'list':
    case 'watch':
      return ok(listResponse(objects.store, request));
    case 'get':
      return ok(objects.get(kind, keyIn(request)));
    case 'create': {
      const draft = readObject(body);
      return {
        code: 201,
        body: objects.create(kind, draft, { namespace, dryRun }),
      };
    }
    case 'update':
      return ok(update(objects, request, readObject(body)));
    case 'patch':
      return patch(objects, request, { body, contentType });
    case 'delete':
      return remove(objects, request, body);
    case 'deletecollection':
      return removeAll(objects, request);
  }
}

function ok(body: object | string): Answer {
  return { code: 200, body };
}

function keyIn({ namespace, name = '' }: ResourceRequest): ObjectKey {
  return namespace === undefined ? { name } : { namespace, name };
}

function readObject(body: string): ObjectDraft {
  const value = parseBody(body);
  return { ...value, metadata: value.metadata ?? {} };
}

function parseBody(body: string): any {
  try {
    const value = /^\s*[{[]/.test(body) ? JSON.parse(body) : parseYaml(body);
    if (typeof value === 'object' && value !== null) return value;
  } catch (error) {
    throw badRequest(`error decoding the body: ${(error as Error).message}`);
  }
  throw badRequest('error decoding the body: it is not an object');
}

function update(
  objects: ObjectService,
  request: ResourceRequest,
  draft: ObjectDraft,
): KubeObject {
  const { name, kind, query, subresource } = request;
  if (draft.metadata.name !== undefined && draft.metadata.name !== name) {
    throw badRequest(
      `the name of the object (${draft.metadata.name}) does not match the name on the URL (${name})`,
    );
  }
  const dryRun = query.get('dryRun') === 'All';
  return objects.update(kind, keyIn(request), () => draft, {
    subresource: subresource === 'status' ? 'status' : undefined,
    dryRun,
  });
}

function patch(
  objects: ObjectService,
  request: ResourceRequest,
  { body, contentType }: { body: string; contentType: string },
): Answer {
  const { kind, query, subresource } = request;
  const key = keyIn(request);
  const dryRun = query.get('dryRun') === 'All';
  if (contentType === APPLY_PATCH && subresource === undefined) {
    const manager = query.get('fieldManager');
    if (!manager) {
      throw badRequest(
        'PatchOptions.meta.k8s.io "" is invalid: fieldManager: Required value: is required for apply patch',
      );
    }
    const { object, created } = objects.apply(kind, readObject(body), {
      manager,
      key,
      dryRun,
    });
    return { code: created ? 201 : 200, body: object };
  }
  const change = patchOf(contentType, kind.custom, parseBody(body));
  return ok(
    objects.update(kind, key, change, {
      subresource: subresource === 'status' ? 'status' : undefined,
      dryRun,
    }),
  );
}

function patchOf(
  contentType: string,
  custom: boolean,
  value: any,
): (live: KubeObject) => ObjectDraft {
  if (contentType === JSON_PATCH)
    return live => jsonPatch<ObjectDraft>(live, value);
  if (contentType === MERGE_PATCH) return live => mergePatch(live, value);
  if (contentType === STRATEGIC_PATCH && !custom) {
    return live => strategicMerge(live, value);
  }
  throw unsupportedMediaType([JSON_PATCH, MERGE_PATCH, APPLY_PATCH]);
}

function remove(
  objects: ObjectService,
  request: ResourceRequest,
  body: string,
): Answer {
  const { kind, query } = request;
  const sent = body.trim() === '' ? {} : parseBody(body);
  const grace = sent.gracePeriodSeconds ?? query.get('gracePeriodSeconds');
  const policy = sent.propagationPolicy ?? query.get('propagationPolicy');
  const options: RemoveOptions = {
    ...(grace !== undefined &&
      grace !== null && { gracePeriodSeconds: Number(grace) }),
    orphanDependents: policy === 'Orphan',
    uid: sent.preconditions?.uid,
  };
  const { object, gone } = objects.remove(kind, keyIn(request), options);
  if (!gone || kind.plural === 'pods') return ok(object);
  const { name, uid } = object.metadata;
  return ok({
    kind: 'Status',
    apiVersion: 'v1',
    metadata: {},
    status: 'Success',
    details: {
      name,
      ...(kind.group !== '' && { group: kind.group }),
      kind: kind.plural,
      uid,
    },
  });
}

function removeAll(objects: ObjectService, request: ResourceRequest): Answer {
  const { kind, namespace, query } = request;
  const filter = parseFilter(kind, query);
  const all = objects.list(kind, namespace);
  const answer = listResponse(objects.store, request);
  for (const object of filter ? all.filter(filter) : all) {
    objects.remove(kind, keyOf(object));
  }
  return ok(answer);
}

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

export function send(response: ServerResponse, { code, body }: Answer): void {
  const text = typeof body === 'string' ? body : `${JSON.stringify(body)}\n`;
  response.writeHead(code, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
    ...(code === 429 && { 'retry-after': '1' }),
  });
  response.end(text);
}
