import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { toAppConfig } from '@baremetal/platform-sim';
import { buildControlPlane } from './build/buildControlPlane';
import { startControlPlane } from './start/startControlPlane';

/** Runs the real platform until it is told to end: `main.ts <folder>`. */
async function main(folder: string): Promise<void> {
  const dir = resolve(folder);
  // State of an earlier run belongs to ports and tokens that are gone.
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  const say = (words: string) => process.stdout.write(`${words}\n`);
  await buildControlPlane(say);
  const platform = await startControlPlane({ dir: join(dir, 'parts'), say });
  const stop = async () => {
    await platform.stop();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);

  const caFile = join(dir, 'ca.pem');
  writeFileSync(caFile, platform.management.ca);
  const secret = { mode: 0o600 };
  writeFileSync(
    join(dir, 'platform.json'),
    JSON.stringify({
      ...platform,
      apis: undefined,
      children: undefined,
      metrics: undefined,
    }),
    secret,
  );
  writeFileSync(
    join(dir, 'app-config.platform.yaml'),
    JSON.stringify(toAppConfig(platform, { caFile }), undefined, 2),
    secret,
  );
  say('READY');
}

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write('main.ts <folder>\n');
  process.exit(2);
}
main(folder).catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
