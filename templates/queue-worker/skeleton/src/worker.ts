import { createServer } from 'node:http';
import { Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Message, Queue } from './queue.ts';

export interface WorkerOptions {
  readonly queue: Queue;
  /** Does the work of one message. Throwing gives the message back. */
  readonly handle: (message: Message) => Promise<void>;
  readonly log: (message: string, fields: Record<string, unknown>) => void;
  /** How long to wait for a message before asking again. */
  readonly waitMs?: number;
}

/** Takes one message after the other until it is told to stop, and says how it goes over HTTP. */
export function createWorker({ queue, handle, log, waitMs = 1000 }: WorkerOptions) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  // The number of pods follows this one.
  new Gauge({
    name: 'queue_messages_waiting',
    help: 'Messages that nobody has taken',
    registers: [registry],
    async collect() {
      this.set(await queue.waiting());
    },
  });
  const duration = new Histogram({
    name: 'queue_message_duration_seconds',
    help: 'How long messages took',
    labelNames: ['outcome'],
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60],
    registers: [registry],
  });
  let stopping = false;
  let work: Promise<void> = Promise.resolve();

  async function one(message: Message) {
    const started = performance.now();
    let outcome = 'done';
    try {
      await handle(message);
      await queue.done(message);
    } catch (error) {
      outcome = 'failed';
      log('message failed', { id: message.id, error: String(error) });
      await queue.giveBack(message);
    }
    duration.labels(outcome).observe((performance.now() - started) / 1000);
  }

  async function run() {
    while (!stopping) {
      const message = await queue.take(waitMs);
      if (message) await one(message);
    }
  }

  const server = createServer(async (req, res) => {
    switch (req.url) {
      case '/healthz':
        res.end('ok');
        return;
      case '/readyz':
        res.statusCode = stopping ? 503 : 200;
        res.end(stopping ? 'stopping' : 'ready');
        return;
      case '/metrics':
        res.setHeader('content-type', registry.contentType);
        res.end(await registry.metrics());
        return;
      default:
        res.statusCode = 404;
        res.end();
    }
  });

  return {
    server,
    async start(port: number) {
      await new Promise<void>(done => server.listen(port, done));
      work = run();
    },
    /** Lets the message in hand end, then ends. */
    async stop(drainMs: number) {
      stopping = true;
      await Promise.race([work, new Promise(done => setTimeout(done, drainMs).unref())]);
      server.closeAllConnections();
      await new Promise(done => server.close(done));
    },
  };
}
