import { readConfig } from './config.ts';
import { createService } from './service.ts';
import { storeIsReachable } from './store.ts';

const config = readConfig(process.env);
const service = createService({
  isReady: () =>
    config.store === undefined
      ? Promise.resolve(true)
      : storeIsReachable(config.store),
});

await service.listen(config.port);
log('listening', { port: config.port });

// Kubernetes takes the pod out of its Services while preStop sleeps; after that only requests in flight are left.
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, async () => {
    log('stopping', { signal });
    await service.close(config.drainSeconds * 1000);
    log('stopped', {});
    process.exit(0);
  });
}

function log(message: string, fields: Record<string, unknown>) {
  process.stdout.write(
    `${JSON.stringify({ time: new Date().toISOString(), level: 'info', message, ...fields })}\n`,
  );
}
