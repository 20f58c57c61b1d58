import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

/** Where the pinned modules lie in the repository. */
export const MODULES = resolve(__dirname, '../../modules');

/** Built programs and their stamps; survives clean checkouts. `BAREMETAL_CONTROL_PLANE_CACHE` moves it. */
export function cacheFolder(): string {
  return (
    process.env.BAREMETAL_CONTROL_PLANE_CACHE ||
    join(homedir(), '.cache', 'baremetal-control-plane')
  );
}

/** A built program. */
export function program(name: string): string {
  return join(cacheFolder(), 'bin', name);
}
