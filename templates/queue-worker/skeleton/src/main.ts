import { readConfig } from './config.ts';
import { MemoryQueue } from './queue.ts';
import { createWorker } from './worker.ts';

const config = readConfig(process.env);
const worker = createWorker({
  // Put the queue of your broker here.
  queue: new MemoryQueue(),
  async handle(message) {
    log('handled', { id: message.id });
  },
  log,
});

await worker.start(config.port);
log('working', { port: config.port });

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, async () => {
    log('stopping', { signal });
    await worker.stop(config.drainSeconds * 1000);
    log('stopped', {});
    process.exit(0);
  });
}

function log(message: string, fields: Record<string, unknown>) {
  process.stdout.write(
    `${JSON.stringify({ time: new Date().toISOString(), level: 'info', message, ...fields })}\n`,
  );
}
