import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../run';
import { answers, startDevelopmentServer } from './frontend';
import { Service } from './Service';

export type PlatformKind = 'embedded' | 'real';

export interface ProductOptions {
  readonly platform: PlatformKind;
  /** Of the development server; the backend accepts one there whoever starts it. */
  readonly frontendPort: number;
  readonly backendPort: number;
  /** Logs, certificates and the configuration made for this run. */
  readonly dir: string;
  /** A package whose `dist` is the built frontend: the backend serves it, and no development server is started. */
  readonly builtApp?: string;
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

/** Starts platform, backend and frontend (or a backend that serves it), and waits until each answers. */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const { dir } = options;
  mkdirSync(dir, { recursive: true });
  const platformDir = join(dir, 'platform');
  const { frontendUrl, backendUrl } = addresses(options);
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
    // The development server needs nothing of the platform: it builds meanwhile.
    const frontend = options.builtApp
      ? undefined
      : start(startDevelopmentServer({ frontendUrl, backendUrl }, dir));
    options.onProgress?.(`starting the ${options.platform} platform`);
    await platform.until(
      async () => platform.logContains('READY'),
      options.platform === 'real' ? 300 : 90,
    );
    const backend = start(startBackend(options, platformDir));
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

function startBackend(options: ProductOptions, platformDir: string): Service {
  const { frontendUrl, backendUrl, developmentUrl } = addresses(options);
  const { builtApp } = options;
  return node(
    'backend',
    [
      'src/index.ts',
      '--config',
      join(ROOT, 'app-config.yaml'),
      '--config',
      join(platformDir, 'app-config.platform.yaml'),
    ],
    {
      dir: options.dir,
      // Ports come from the caller, so the addresses in app-config.yaml are overridden.
      env: {
        APP_CONFIG_app_baseUrl: JSON.stringify(frontendUrl),
        APP_CONFIG_backend_baseUrl: JSON.stringify(backendUrl),
        APP_CONFIG_backend_listen_port: String(options.backendPort),
        APP_CONFIG_backend_cors_origin: JSON.stringify(developmentUrl),
        ...(builtApp ? serving(builtApp) : {}),
      },
      cwd: join(ROOT, 'packages/backend'),
    },
  );
}

function serving(builtApp: string): Record<string, string> {
  return {
    // A path stands for a package, too: the backend asks Node for its package.json.
    APP_CONFIG_app_packageName: JSON.stringify(builtApp),
    // Keeps what earlier versions of a page may still ask for; here there are none.
    APP_CONFIG_app_disableStaticFallbackCache: 'true',
  };
}

function addresses({ backendPort, frontendPort, builtApp }: ProductOptions) {
  const backendUrl = `http://localhost:${backendPort}`;
  const developmentUrl = `http://localhost:${frontendPort}`;
  const frontendUrl = builtApp ? backendUrl : developmentUrl;
  return { frontendUrl, backendUrl, developmentUrl };
}
