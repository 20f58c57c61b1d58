import { readConfig } from './config.ts';
import { Files } from './files.ts';
import { createService } from './service.ts';

const config = readConfig(process.env);
const files = await Files.open(config.dataPath);
const service = createService({ files });

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
