import { join } from 'node:path';
import { buildControlPlane } from '@baremetal/control-plane';
import { isPortTaken } from '../product/ports';
import {
  type PlatformKind,
  type Product,
  startProduct,
} from '../product/startProduct';
import { ROOT } from '../run';

const DEFAULT_PORTS = { frontend: 3000, backend: 7007 };

/** `./dev start [--real]`: the whole product, until Ctrl-C. */
export async function start(args: readonly string[]): Promise<number> {
  const unknown = args.find(arg => arg !== '--real');
  if (unknown !== undefined) {
    throw new Error(
      `start does not know "${unknown}"; it takes --real or nothing.`,
    );
  }
  const platform: PlatformKind = args.includes('--real') ? 'real' : 'embedded';
  const progress = (words: string) => process.stderr.write(`${words} ...\n`);
  const ports = {
    frontend: port('FRONTEND_PORT', DEFAULT_PORTS.frontend),
    backend: port('BACKEND_PORT', DEFAULT_PORTS.backend),
  };
  for (const [name, number] of Object.entries(ports)) {
    if (await isPortTaken(number)) {
      throw new Error(
        `Port ${number} is taken, and the ${name} needs it. End what listens there, or choose another: ${name.toUpperCase()}_PORT=${
          number + 1
        } ./dev start`,
      );
    }
  }

  // Here and not in the platform's own process: it takes minutes, and its progress is for the one who waits.
  if (platform === 'real') await buildControlPlane(progress);
  const stopping = interrupted();
  const started = startProduct({
    platform,
    frontendPort: ports.frontend,
    backendPort: ports.backend,
    dir: join(ROOT, '.dev/start'),
    onProgress: progress,
  });
  const product = await Promise.race([started, stopping.then(() => undefined)]);
  if (product === undefined) {
    // Whatever was half started ends with what it becomes.
    await started.then(p => p.stop()).catch(() => undefined);
    return 130;
  }
  process.stdout.write(`${tour(platform, product).join('\n')}\n`);
  const why = await Promise.race([
    stopping.then(() => undefined),
    product.failure(),
  ]);
  if (why !== undefined) process.stderr.write(`${why}\n`);
  await product.stop();
  return why === undefined ? 0 : 1;
}

/** Where to look and what to try, in three lines. */
function tour(
  platform: PlatformKind,
  { frontendUrl }: Product,
): readonly string[] {
  const create = `${frontendUrl}/create`;
  const promotions = `${frontendUrl}/baremetal/promotions`;
  return [
    `${frontendUrl}  sign in as Dana (developer), Tom (developer of another team) or Mira (platform team)`,
    ...(platform === 'embedded'
      ? [
          `${frontendUrl}/catalog/default/component/checkout-api  a service whose canary waits for a person`,
          `${create}  make a service; ${promotions}  approve promotions. Ctrl-C ends all of it.`,
        ]
      : [
          `${create}  make the first service: these clusters are real and have none yet`,
          `${promotions}  approve its promotions. Ctrl-C ends all of it.`,
        ]),
  ];
}

function interrupted(): Promise<void> {
  return new Promise(done => {
    process.once('SIGINT', () => done());
    process.once('SIGTERM', () => done());
  });
}

function port(variable: string, otherwise: number): number {
  const text = process.env[variable];
  if (text === undefined || text === '') return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 65535) {
    throw new Error(
      `${variable} is "${text}"; it must be a port between 1 and 65535.`,
    );
  }
  return value;
}
