import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { toAppConfig } from './appConfig';
import { SERVICE_OWNER } from './platformFacts';
import type { PlatformSim } from './startPlatformSim';

/** Tokens lie in these files. */
const PRIVATE = 0o600;

/**
 * Writes how to reach the platform: `platform.json` for tools and tests, `ca.pem`, and `app-config.platform.yaml`, the
 * configuration that an operator would write for it.
 *
 * @param services - whose catalog files are registered from the start
 */
export function writeAccess(
  platform: PlatformSim,
  { dir, services }: { dir: string; services: readonly string[] },
): void {
  mkdirSync(dir, { recursive: true });
  const write = (name: string, text: string) => {
    const file = join(dir, name);
    writeFileSync(file, text, { mode: PRIVATE });
    chmodSync(file, PRIVATE);
  };
  const { controls: _, ...access } = platform;
  write('platform.json', `${JSON.stringify(access, undefined, 2)}\n`);
  write('ca.pem', platform.management.ca);
  const config = toAppConfig(platform, {
    caFile: resolve(dir, 'ca.pem'),
    prometheusAddress: 'http://prometheus.monitoring:9090',
    catalogTargets: services.map(
      name =>
        `${platform.git.url}/${SERVICE_OWNER}/${name}/src/branch/main/catalog-info.yaml`,
    ),
  });
  write(
    'app-config.platform.yaml',
    `${JSON.stringify(config, undefined, 2)}\n`,
  );
}
