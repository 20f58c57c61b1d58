import type { ServerResponse } from 'node:http';
import type { StatusBody } from '../apiError';
import { ApiError, expired, invalid } from '../apiError';
import type { ClusterFaults } from '../faults';
import { groupVersionOf } from '../kinds';
import type { KubeObject } from '../objects';
import type { Change, ChangeType, ObjectStore } from '../ObjectStore';
import { resourceText } from '../kinds';
import { parseFilter } from '../selectors';
import { objectJson } from './json';
import { isTrue } from './requestPath';
import type { ResourceRequest } from './requestPath';

const BOOKMARK_SECONDS = 5;
const DEFAULT_TIMEOUT_SECONDS = 1800;

export interface WatchContext {
  readonly store: ObjectStore;
  readonly faults: ClusterFaults;
}

function seenThrough(
  { type, object, previous }: Change,
  filter: (object: KubeObject) => boolean,
): ChangeType | undefined {
  const before = previous !== undefined && filter(previous);
  const after = type !== 'DELETED' && filter(object);
  if (before) return after ? 'MODIFIED' : 'DELETED';
  return after ? 'ADDED' : undefined;
}

class WatchStream {
  constructor(
    private readonly store: ObjectStore,
    private readonly request: ResourceRequest,
    private readonly response: ServerResponse,
  ) {}

  /** Sends what comes before the live changes; `false` when the stream has ended with an error. */
  begin(filter: ((object: KubeObject) => boolean) | undefined): boolean {
    const { kind, namespace, query } = this.request;
    const initial = query.get('sendInitialEvents');
    const version = query.get('resourceVersion') ?? '';
    const existing =
      initial === null ? version === '' || version === '0' : isTrue(initial);
    if (existing) {
      for (const object of this.store.list(kind, namespace)) {
        if (!filter || filter(object)) this.#send('ADDED', objectJson(object));
      }
      if (initial !== null)
        this.bookmark({ 'k8s.io/initial-events-end': 'true' });
      return true;
    }
    const since = Number(version);
    const changes = Number.isFinite(since)
      ? this.store.changesSince(since)
      : [];
    if (changes === 'gone') {
      this.#end(expired(since, this.store.compactedRevision));
      return false;
    }
    for (const change of changes) this.deliver(change, filter);
    return true;
  }

  /** A filter that an object enters or leaves turns a change into an addition or a removal. */
  deliver(
    change: Change,
    filter: ((object: KubeObject) => boolean) | undefined,
  ): void {
    const { kind, namespace } = this.request;
    if (resourceText(change.kind) !== resourceText(kind)) return;
    if (
      namespace !== undefined &&
      change.object.metadata.namespace !== namespace
    ) {
      return;
    }
    const type = filter ? seenThrough(change, filter) : change.type;
    if (type) this.#send(type, objectJson(change.object));
  }

  bookmark(annotations?: Readonly<Record<string, string>>): void {
    const { kind } = this.request;
    const metadata = {
      resourceVersion: String(this.store.revision),
      creationTimestamp: null,
      ...(annotations && { annotations }),
    };
    const object = {
      kind: kind.kind,
      apiVersion: groupVersionOf(kind),
      metadata,
    };
    this.#send('BOOKMARK', JSON.stringify(object));
  }

  #end(error: ApiError): void {
    const body: StatusBody = error.body;
    this.#send('ERROR', JSON.stringify(body));
    this.response.end();
  }

  #send(type: ChangeType | 'BOOKMARK' | 'ERROR', json: string): void {
    this.response.write(`{"type":"${type}","object":${json}}\n`);
  }
}

/**
 * Answers a watch: existing objects first where asked, then changes one JSON document a line, bookmarks between them,
 * an `ERROR` event with status 410 when the asked version is compacted.
 */
export function startWatch(
  { store, faults }: WatchContext,
  request: ResourceRequest,
  response: ServerResponse,
): void {
  checkOptions(request);
  const { query } = request;
  const filter = parseFilter(request.kind, query);
  const stream = new WatchStream(store, request, response);
  response.writeHead(200, {
    'content-type': 'application/json',
    'transfer-encoding': 'chunked',
  });
  response.flushHeaders();
  const deliver = (change: Change) => {
    if (faults.server.kind === 'none') stream.deliver(change, filter);
  };
  if (!stream.begin(filter)) return;
  const stopListening = store.subscribe(deliver);
  const bookmarks = isTrue(query.get('allowWatchBookmarks') ?? 'false')
    ? setInterval(() => {
        if (faults.server.kind === 'none') stream.bookmark();
      }, BOOKMARK_SECONDS * 1000)
    : undefined;
  const seconds =
    Number(query.get('timeoutSeconds') ?? 0) || DEFAULT_TIMEOUT_SECONDS;
  const timeout = setTimeout(() => response.end(), seconds * 1000);
  response.on('close', () => {
    stopListening();
    clearInterval(bookmarks);
    clearTimeout(timeout);
  });
}

function checkOptions({ kind, query }: ResourceRequest): void {
  const match = query.get('resourceVersionMatch');
  const initial = query.get('sendInitialEvents');
  if (initial !== null && match !== 'NotOlderThan') {
    throw invalid(
      kind,
      '',
      'resourceVersionMatch',
      'Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
    );
  }
  if (initial === null && match !== null) {
    throw invalid(
      kind,
      '',
      'resourceVersionMatch',
      'Forbidden: resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided',
    );
  }
}
