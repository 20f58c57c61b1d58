import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { OpenRequest } from '../openRequest';

export interface FakeObject {
  readonly kind: string;
  readonly metadata: {
    readonly uid: string;
    readonly name: string;
    readonly namespace: string;
    readonly resourceVersion: string;
  };
  readonly value: string;
}

type Event = { type: string; object: unknown; version: number };

/** One collection of things, served over HTTP the way an API server does it, with faults on demand. */
export class FakeApiServer {
  /** Answers every request with this status. */
  refuse: { status: number; message: string } | undefined;
  /** Accepts requests and never says anything. */
  hangs = false;
  /** Knows `sendInitialEvents`; `refused`: says so with 422; `ignored`: takes no notice of it. */
  initialEvents: 'known' | 'refused' | 'ignored' = 'known';
  /** Answer of discovery; `undefined`: the group does not exist. */
  group: string[] | undefined = ['things'];
  readonly requests: string[] = [];

  readonly #objects = new Map<string, FakeObject>();
  #history: Event[] = [];
  #version = 100;
  #oldest = 0;
  #server: Server | undefined;
  #port = 0;
  readonly #sockets = new Set<Socket>();
  readonly #watches = new Map<ServerResponse, boolean>();

  readonly open: OpenRequest = (path, { signal }) =>
    new Promise((resolve, reject) => {
      const outgoing = httpRequest(
        { port: this.#port, path, signal, agent: false },
        response =>
          resolve({
            status: response.statusCode ?? 0,
            body: response,
          }),
      );
      outgoing.on('error', reject).end();
    });

  async start(): Promise<void> {
    const server = createServer((req, res) => this.#answer(req, res));
    server.on('connection', socket => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    await new Promise<void>(done => server.listen(this.#port, done));
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  async kill(): Promise<void> {
    this.dropConnections();
    await new Promise(done => this.#server?.close(done));
  }

  dropConnections(): void {
    this.#sockets.forEach(socket => socket.destroy());
    this.#watches.clear();
  }

  put(name: string, value: string): void {
    const before = this.#objects.get(name);
    this.#version += 1;
    const metadata = {
      uid: before?.metadata.uid ?? `uid-${name}-${this.#version}`,
      name,
      namespace: 'default',
      resourceVersion: String(this.#version),
    };
    const object = { kind: 'Thing', metadata, value };
    this.#objects.set(name, object);
    this.#emit(before ? 'MODIFIED' : 'ADDED', object);
  }

  remove(name: string): void {
    const before = this.#objects.get(name);
    if (before) {
      this.#objects.delete(name);
      this.#version += 1;
      const resourceVersion = String(this.#version);
      const metadata = { ...before.metadata, resourceVersion };
      this.#emit('DELETED', { ...before, metadata });
    }
  }

  /** Sends a line to every watch, whatever it is. */
  say(line: string): void {
    this.#watches.forEach((_, res) => res.write(line));
  }

  bookmark(): void {
    this.say(bookmarkLine(this.#version, false));
  }

  /** Forgets the history: watches from older versions are answered with 410. */
  compact(): void {
    this.#version += 1;
    this.#oldest = this.#version;
    this.#history = [];
  }

  #emit(type: string, object: unknown): void {
    const event = { type, object, version: this.#version };
    this.#history.push(event);
    this.say(`${JSON.stringify({ type, object })}\n`);
  }

  #answer(req: IncomingMessage, res: ServerResponse): void {
    const url = new URL(req.url ?? '/', 'http://fake');
    this.requests.push(`${url.pathname}${url.search}`);
    const query = url.searchParams;
    if (this.hangs) {
      return;
    }
    if (this.refuse) {
      refuse(res, this.refuse.status, this.refuse.message);
    } else if (url.pathname.startsWith('/apis/') && !query.has('watch')) {
      this.#discover(url, res);
    } else if (query.has('watch')) {
      this.#watch(query, res);
    } else {
      this.#list(query, res);
    }
  }

  #discover(url: URL, res: ServerResponse): void {
    if (this.group === undefined) {
      refuse(res, 404, '404 page not found');
    } else if (url.searchParams.has('limit')) {
      this.#list(url.searchParams, res);
    } else {
      res.end(JSON.stringify({ resources: this.group.map(toResource) }));
    }
  }

  #list(query: URLSearchParams, res: ServerResponse): void {
    const all = [...this.#objects.values()];
    const from = Number(query.get('continue') ?? 0);
    const to = from + Number(query.get('limit') ?? all.length);
    const more = to < all.length ? { continue: String(to) } : {};
    const metadata = { resourceVersion: String(this.#version), ...more };
    res.end(JSON.stringify({ metadata, items: all.slice(from, to) }));
  }

  #watch(query: URLSearchParams, res: ServerResponse): void {
    const wantsInitial = query.has('sendInitialEvents');
    if (wantsInitial && this.initialEvents === 'refused') {
      refuse(res, 422, 'sendInitialEvents is forbidden for watch');
      return;
    }
    const from = Number(query.get('resourceVersion') ?? this.#version);
    res.writeHead(200).flushHeaders();
    if (from < this.#oldest) {
      res.end(errorLine(410, 'too old resource version'));
      return;
    }
    if (!query.has('resourceVersion')) {
      this.#objects.forEach(object =>
        res.write(`${JSON.stringify({ type: 'ADDED', object })}\n`),
      );
      res.write(bookmarkLine(this.#version, this.initialEvents === 'known'));
    }
    this.#history
      .filter(({ version }) => version > from)
      .forEach(({ type, object }) =>
        res.write(`${JSON.stringify({ type, object })}\n`),
      );
    this.#watches.set(res, true);
    res.on('close', () => this.#watches.delete(res));
  }
}

function toResource(name: string) {
  return { name, kind: 'Thing' };
}

function refuse(res: ServerResponse, code: number, message: string): void {
  res.writeHead(code).end(JSON.stringify({ kind: 'Status', code, message }));
}

export function errorLine(code: number, message: string): string {
  return `${JSON.stringify({
    type: 'ERROR',
    object: { kind: 'Status', code, message },
  })}\n`;
}

function bookmarkLine(version: number, endsInitial: boolean): string {
  const annotations = endsInitial
    ? { 'k8s.io/initial-events-end': 'true' }
    : undefined;
  const metadata = { resourceVersion: String(version), annotations };
  return `${JSON.stringify({ type: 'BOOKMARK', object: { metadata } })}\n`;
}
