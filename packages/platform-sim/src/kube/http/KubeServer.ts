import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Certificates } from '../../tls/certificates';
import { ApiError } from '../apiError';
import type { ClusterFaults } from '../faults';
import type { ObjectService } from '../ObjectService';
import type { Account } from './access';
import { authenticate, authorize } from './access';
import { discover } from './discovery';
import { parseResourcePath, verbOf } from './requestPath';
import { readBody, respond, send } from './respond';
import { startWatch } from './watchStream';

export interface KubeServerOptions {
  readonly objects: ObjectService;
  readonly faults: ClusterFaults;
  readonly certificates: Certificates;
  readonly accounts: ReadonlyMap<string, Account>;
  /** 0 or absent: any free port. */
  readonly port?: number;
}

const ANYBODY = ['/readyz', '/livez', '/healthz', '/version'];
const VERSION = {
  major: '1',
  minor: '36',
  gitVersion: 'v1.36.3',
  platform: 'linux/amd64',
};

/** A Kubernetes API server over TLS. */
export class KubeServer {
  readonly #options: KubeServerOptions;
  readonly #sockets = new Set<Duplex>();
  readonly #watches = new Set<ServerResponse>();
  #server: Server | undefined;
  #port: number;
  #requests = 0;

  private constructor(options: KubeServerOptions) {
    this.#options = options;
    this.#port = options.port ?? 0;
    options.faults.onChange(() => this.#obeyFault());
  }

  static async start(options: KubeServerOptions): Promise<KubeServer> {
    const server = new KubeServer(options);
    await server.restart();
    return server;
  }

  get url(): string {
    return `https://127.0.0.1:${this.#port}`;
  }

  /** Requests so far, watches included: benchmarks ask for it. */
  get requests(): number {
    return this.#requests;
  }

  /** Listens again on the same port; objects and their versions are as before. */
  async restart(): Promise<void> {
    if (this.#server) return;
    const { cert, key } = this.#options.certificates;
    const server = createServer({ cert, key }, (request, response) => {
      this.#handle(request, response).catch(error => fail(response, error));
    });
    server.on('connection', socket => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, '127.0.0.1', resolve);
    });
    this.#port = (server.address() as AddressInfo).port;
    this.#server = server;
  }

  /** Ends all connections at once, as a killed process does. */
  async kill(): Promise<void> {
    const server = this.#server;
    if (!server) return;
    this.#server = undefined;
    const closed = new Promise(resolve => server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }

  /** Cuts every open watch. */
  dropWatches(): void {
    for (const response of this.#watches) response.destroy();
  }

  #obeyFault(): void {
    const { server } = this.#options.faults;
    if (server.kind === 'hangs') return;
    this.dropWatches();
    if (server.kind !== 'resets') return;
    for (const socket of this.#sockets) socket.destroy();
  }

  async #handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    this.#requests += 1;
    const fault = this.#options.faults.server;
    if (fault.kind === 'hangs') return;
    if (fault.kind === 'resets') {
      request.socket.destroy();
      return;
    }
    if (fault.kind === 'answers') throw broken(fault.code);
    const url = new URL(request.url ?? '/', this.url);
    if (ANYBODY.includes(url.pathname)) {
      if (url.pathname === '/version')
        send(response, { code: 200, body: VERSION });
      else response.end('ok');
      return;
    }
    await this.#serve(url, request, response);
  }

  async #serve(
    url: URL,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { faults, objects, accounts } = this.#options;
    const account = authenticate(request.headers.authorization, accounts);
    const document = discover(url.pathname, faults);
    if (document) {
      send(response, { code: 200, body: document });
      return;
    }
    const path = parseResourcePath(url.pathname);
    if (!path || !faults.isInstalled(path.kind.group)) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('404 page not found\n');
      return;
    }
    const query = url.searchParams;
    const verb = verbOf(request.method ?? 'GET', path.name, query);
    const resource = { ...path, verb, query };
    authorize(account, resource, faults);
    if (verb === 'watch') {
      this.#watches.add(response);
      response.on('close', () => this.#watches.delete(response));
      startWatch({ store: objects.store, faults }, resource, response);
      return;
    }
    const contentType =
      (request.headers['content-type'] ?? '').split(';')[0] ?? '';
    const body = await readBody(request);
    send(
      response,
      respond(objects, resource, { body, contentType: contentType.trim() }),
    );
  }
}

function broken(code: 429 | 500 | 503): ApiError {
  switch (code) {
    case 429:
      return new ApiError(
        429,
        'TooManyRequests',
        'Too many requests, please try again later.',
        { retryAfterSeconds: 1 },
      );
    case 500:
      return new ApiError(
        500,
        'InternalError',
        'Internal error occurred: simulated',
      );
    case 503:
      return new ApiError(
        503,
        'ServiceUnavailable',
        'the server is currently unable to handle the request',
      );
  }
}

function fail(response: ServerResponse, error: unknown): void {
  const known =
    error instanceof ApiError
      ? error
      : new ApiError(
          500,
          'InternalError',
          `Internal error occurred: ${(error as Error).message}`,
        );
  if (response.headersSent) response.destroy();
  else send(response, { code: known.code, body: known.body });
}
