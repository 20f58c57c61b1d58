import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../run';
import { Service } from './Service';

export type PlatformKind = 'embedded' | 'real';

export interface ProductOptions {
  readonly platform: PlatformKind;
  readonly frontendPort: number;
  readonly backendPort: number;
  /** Logs, certificates and the configuration made for this run. */
  readonly dir: string;
  readonly frontend: boolean;
  readonly onProgress?: (words: string) => void;
}

export interface Product {
  readonly frontendUrl: string;
  readonly backendUrl: string;
  /** Folder with `platform.json`, which says how to reach the platform itself. */
  readonly platformDir: string;
  /** Resolves with a sentence when a part ends by itself. */
  failure(): Promise<string>;
  stop(): Promise<void>;
}

const PLATFORM_ENTRY: Record<PlatformKind, string> = {
  embedded: 'packages/platform-sim/src/main.ts',
  real: 'packages/control-plane/src/main.ts',
};

/** Starts platform, backend and frontend, and waits until each answers. */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const { dir, frontendPort, backendPort } = options;
  mkdirSync(dir, { recursive: true });
  const platformDir = join(dir, 'platform');
  const frontendUrl = `http://localhost:${frontendPort}`;
  const backendUrl = `http://localhost:${backendPort}`;
  const services: Service[] = [];
  const stop = async () => {
    await Promise.all([...services].reverse().map(service => service.stop()));
  };
  const start = (service: Service) => {
    services.push(service);
    return service;
  };

  try {
    const platform = start(
      node('platform', [PLATFORM_ENTRY[options.platform], platformDir], {
        dir,
      }),
    );
    // The frontend needs nothing of the platform: it builds meanwhile.
    const env = urls(frontendUrl, backendUrl, backendPort);
    const frontend = options.frontend
      ? start(frontendService(dir, env))
      : undefined;
    options.onProgress?.(`starting the ${options.platform} platform`);
    await platform.until(
      async () => platform.logContains('READY'),
      options.platform === 'real' ? 300 : 90,
    );
    const backend = start(
      node(
        'backend',
        [
          'src/index.ts',
          '--config',
          join(ROOT, 'app-config.yaml'),
          '--config',
          join(platformDir, 'app-config.platform.yaml'),
        ],
        { dir, env, cwd: join(ROOT, 'packages/backend') },
      ),
    );
    options.onProgress?.('starting backend and frontend');
    await Promise.all([
      backend.until(
        () => answers(`${backendUrl}/.backstage/health/v1/readiness`),
        120,
      ),
      frontend?.until(() => answers(frontendUrl), 240),
    ]);
  } catch (error) {
    await stop();
    throw error;
  }

  return {
    frontendUrl,
    backendUrl,
    platformDir,
    stop,
    async failure() {
      for (;;) {
        const gone = services.find(service => service.ended);
        if (gone) return `${gone.name} has ended; see its log in ${dir}.`;
        await new Promise(done => setTimeout(done, 500));
      }
    },
  };
}

async function answers(url: string): Promise<boolean> {
  return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;
}

function node(
  name: string,
  args: readonly string[],
  {
    dir,
    env,
    cwd,
  }: { dir: string; env?: Record<string, string>; cwd?: string },
): Service {
  return Service.start({
    name,
    command: process.execPath,
    args: ['--require', '@backstage/cli/config/nodeTransform.cjs', ...args],
    env: { ...env, NODE_ENV: 'development' },
    cwd,
    logFile: join(dir, `${name}.log`),
  });
}

function frontendService(dir: string, env: Record<string, string>): Service {
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
    env: { ...env, NODE_ENV: 'development', BROWSER: 'none' },
    logFile: join(dir, 'frontend.log'),
  });
}

/** Ports come from the caller, so the addresses in app-config.yaml are overridden. */
function urls(
  frontendUrl: string,
  backendUrl: string,
  backendPort: number,
): Record<string, string> {
  return {
    APP_CONFIG_app_baseUrl: JSON.stringify(frontendUrl),
    APP_CONFIG_backend_baseUrl: JSON.stringify(backendUrl),
    APP_CONFIG_backend_listen_port: String(backendPort),
    APP_CONFIG_backend_cors_origin: JSON.stringify(frontendUrl),
  };
}
