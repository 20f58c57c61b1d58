import { join } from 'node:path';
import { ROOT } from '../run';
import { Service } from './Service';

export interface Addresses {
  readonly frontendUrl: string;
  readonly backendUrl: string;
}

/** Starts the development server of the frontend, which builds while it serves. */
export function startDevelopmentServer(
  { frontendUrl, backendUrl }: Addresses,
  dir: string,
): Service {
  return Service.start({
    name: 'frontend',
    command: 'yarn',
    args: [
      'workspace',
      'app',
      'start',
      '--config',
      join(ROOT, 'app-config.yaml'),
    ],
    env: {
      APP_CONFIG_app_baseUrl: JSON.stringify(frontendUrl),
      APP_CONFIG_backend_baseUrl: JSON.stringify(backendUrl),
      NODE_ENV: 'development',
      BROWSER: 'none',
    },
    logFile: join(dir, 'frontend.log'),
  });
}

/** Whether somebody answers at an address. */
export async function answers(url: string): Promise<boolean> {
  return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;
}
