import { join } from 'node:path';
import { freePort } from '../src/product/ports';
import { startProduct } from '../src/product/startProduct';
import { ROOT } from '../src/run';

/** Starts the product once for all journeys, or uses the one at `FRONTEND_URL`. Ends it afterwards. */
export default async function globalSetup() {
  if (process.env.FRONTEND_URL) {
    // It may have been through these journeys before.
    process.env.NAME_SUFFIX = `-${Date.now().toString(36)}`;
    return undefined;
  }
  const product = await startProduct({
    platform: process.env.PLATFORM === 'real' ? 'real' : 'embedded',
    frontendPort: await freePort(),
    backendPort: await freePort(),
    // Of its own, so that two runs do not read each other's platform.
    dir: join(ROOT, `.dev/journeys/${process.pid}`),
    frontend: true,
  });
  process.env.FRONTEND_URL = product.frontendUrl;
  process.env.BACKEND_URL = product.backendUrl;
  process.env.PLATFORM_DIR = product.platformDir;
  return () => product.stop();
}
