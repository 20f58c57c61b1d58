import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../run';
import { Service } from './Service';
import { hashSources } from './sources';

const APP = { name: 'app', folder: join(ROOT, 'packages/app') };
const BUNDLES = join(ROOT, '.dev/bundles');
const DAY_MS = 24 * 60 * 60 * 1000;
/** Another run may have made room already. */
const NO_ENTRY = { throwIfNoEntry: false } as const;

export interface BundleOptions {
  readonly logFile: string;
  readonly onProgress?: (words: string) => void;
}

/**
 * Builds the frontend as an installation ships it, unless the same sources were built before.
 *
 * @returns the folder of a package whose `dist` is the built frontend, for `app.packageName` of the backend.
 */
export async function bundleFrontend(options: BundleOptions): Promise<string> {
  const { onProgress } = options;
  for (;;) {
    const sources = hashSources(ROOT, APP.name);
    const kept = join(BUNDLES, sources);
    if (existsSync(kept)) {
      onProgress?.('taking the frontend as it was built before');
      return used(kept);
    }
    onProgress?.('building the frontend, about a minute');
    const making = `${kept}.${process.pid}`;
    await build(making, options.logFile);
    if (hashSources(ROOT, APP.name) === sources) {
      keep(making, kept);
      return used(kept);
    }
    // Edited meanwhile: nobody can say which of the two was built.
    rmSync(making, { recursive: true });
  }
}

async function build(folder: string, logFile: string): Promise<void> {
  layOut(folder);
  const bundler = Service.start({
    name: 'The build of the frontend',
    command: process.execPath,
    args: [
      join(ROOT, 'node_modules/.bin/backstage-cli'),
      ...['package', 'build'],
      ...['--config', join(ROOT, 'app-config.yaml')],
    ],
    cwd: folder,
    // The addresses of this run are told by the backend that serves it.
    env: { NODE_ENV: 'production' },
    logFile,
  });
  try {
    await bundler.finished(900);
  } catch (error) {
    await bundler.stop();
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/**
 * A folder that builds as the app's own does. The build writes beside what it reads, and neither may a run write into
 * another's bundle, nor may `./dev start` find one that is older than its sources.
 */
function layOut(folder: string) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of ['src', 'public']) {
    symlinkSync(join(APP.folder, name), join(folder, name));
  }
  // No link: the backend would follow it, and look for `dist` in the app's own folder.
  copyFileSync(join(APP.folder, 'package.json'), join(folder, 'package.json'));
}

/** Under its final name there is only what is complete. */
function keep(made: string, kept: string) {
  try {
    renameSync(made, kept);
  } catch (error) {
    // Another run was as quick, with the same sources.
    if (!existsSync(kept)) throw error;
    rmSync(made, { recursive: true });
  }
}

/** Bundles that nobody used for a day make room. */
function used(kept: string): string {
  const now = new Date();
  utimesSync(kept, now, now);
  for (const name of readdirSync(BUNDLES)) {
    const folder = join(BUNDLES, name);
    const { mtimeMs = Infinity } = statSync(folder, NO_ENTRY) ?? {};
    if (now.getTime() - mtimeMs > DAY_MS) {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return kept;
}
