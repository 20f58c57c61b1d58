import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Files } from './files.ts';

export interface ServiceOptions {
  readonly files: Files;
}

/** Longest text that is kept. */
const MAX_BYTES = 1_000_000;

/** The HTTP service: your routes, and what the platform asks of every service. */
export function createService({ files }: ServiceOptions) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  // The canary's analysis and the SLO alerts read this one.
  const duration = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took',
    labelNames: ['method', 'route', 'code'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  let stopping = false;

  const server = createServer(async (req, res) => {
    const started = performance.now();
    const route = (req.url ?? '/').split('?')[0] ?? '/';
    try {
      await answer(route, req, res);
    } catch {
      send(res, 500, { error: 'internal error' });
    }
    duration
      .labels(req.method ?? 'GET', nameOf(route), String(res.statusCode))
      .observe((performance.now() - started) / 1000);
  });

  async function answer(route: string, req: IncomingMessage, res: ServerResponse) {
    const item = /^\/items\/([a-z0-9][a-z0-9-]{0,62})$/.exec(route)?.[1];
    if (item !== undefined) return answerItem(item, req, res);
    switch (route) {
      case '/':
        return send(res, 200, { service: SERVICE });
      case '/healthz':
        return send(res, 200, { status: 'ok' });
      case '/readyz': {
        const ready = !stopping && (await files.isWritable());
        return send(res, ready ? 200 : 503, { status: ready ? 'ready' : 'not ready' });
      }
      case '/metrics':
        res.setHeader('content-type', registry.contentType);
        return res.end(await registry.metrics());
      default:
        return send(res, 404, { error: 'not found' });
    }
  }

  async function answerItem(key: string, req: IncomingMessage, res: ServerResponse) {
    switch (req.method) {
      case 'GET': {
        const kept = await files.read(key);
        return kept === undefined
          ? send(res, 404, { error: 'not found' })
          : send(res, 200, { key, text: kept });
      }
      case 'PUT':
        if (Number(req.headers['content-length'] ?? Infinity) > MAX_BYTES) {
          return send(res, 413, { error: `at most ${MAX_BYTES} bytes, and their number in content-length` });
        }
        await files.write(key, await text(req));
        return send(res, 200, { key });
      default:
        return send(res, 405, { error: 'GET or PUT' });
    }
  }

  return {
    server,
    listen: (port: number) => new Promise<void>(done => server.listen(port, done)),
    /** Lets requests in flight end, then ends; whatever takes longer than `drainMs` is cut. */
    close: (drainMs: number) =>
      new Promise<void>(done => {
        stopping = true;
        const cut = setTimeout(() => server.closeAllConnections(), drainMs);
        server.close(() => {
          clearTimeout(cut);
          done();
        });
        server.closeIdleConnections();
      }),
  };
}

const SERVICE = process.env.SERVICE_NAME ?? 'service';
const ROUTES = new Set(['/', '/healthz', '/readyz', '/metrics']);

/** Label of a route: keys are endless, and labels must not be. */
function nameOf(route: string): string {
  if (route.startsWith('/items/')) return '/items';
  return ROUTES.has(route) ? route : 'other';
}

function send(res: ServerResponse, code: number, body: unknown) {
  res.statusCode = code;
  res.setHeader('content-type', 'application/json');
  res.end(JSON.stringify(body));
}
