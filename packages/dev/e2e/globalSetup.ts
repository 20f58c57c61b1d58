import { join } from 'node:path';
import { bundleFrontend } from '../src/product/bundle';
import { freePort } from '../src/product/ports';
import { startProduct } from '../src/product/startProduct';
import { ROOT } from '../src/run';

/**
 * Starts the product once for all journeys, or uses the one at `FRONTEND_URL`. Ends it afterwards.
 *
 * Its frontend is built as an installation's: a page of the development server takes five times as long to load.
 */
export default async function globalSetup() {
  if (process.env.FRONTEND_URL) {
    // It may have been through these journeys before.
    process.env.NAME_SUFFIX = `-${Date.now().toString(36)}`;
    return undefined;
  }
  // Of its own, so that two runs do not read each other's platform.
  const dir = join(ROOT, `.dev/journeys/${process.pid}`);
  const onProgress = (words: string) => process.stdout.write(`${words} ...\n`);
  const frontendPort = await freePort();
  const product = await startProduct({
    platform: process.env.PLATFORM === 'real' ? 'real' : 'embedded',
    frontendPort,
    backendPort: await freePort(),
    dir,
    builtApp: await bundleFrontend({
      logFile: join(dir, 'bundle.log'),
      onProgress,
    }),
    onProgress,
  });
  process.env.FRONTEND_URL = product.frontendUrl;
  process.env.BACKEND_URL = product.backendUrl;
  process.env.PLATFORM_DIR = product.platformDir;
  process.env.DEVELOPMENT_URL = `http://localhost:${frontendPort}`;
  process.env.PRODUCT_DIR = dir;
  return () => product.stop();
}
