import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const INSTALLED = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
];

/**
 * Finds a browser for the journeys, or brings one: an installed Chromium or Chrome; else Debian's package when root;
 * else Playwright's own download.
 *
 * @returns where it is; `undefined` means Playwright's own.
 */
export function findBrowser(): { path: string | undefined; words: string } {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (!existsSync(chosen))
      throw new Error(
        `CHROMIUM_PATH is "${chosen}", and there is no such file.`,
      );
    return { path: chosen, words: `${chosen} (CHROMIUM_PATH)` };
  }
  const found = installed();
  if (found) return { path: found, words: found };
  if (process.getuid?.() === 0 && which('apt-get')) {
    process.stderr.write(
      "No browser found: installing Debian's chromium ...\n",
    );
    spawnSync('apt-get', ['update'], { stdio: 'ignore' });
    spawnSync(
      'apt-get',
      ['install', '-y', '--no-install-recommends', 'chromium'],
      {
        stdio: 'ignore',
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      },
    );
    const debian = installed();
    if (debian) return { path: debian, words: `${debian} (installed now)` };
  }
  process.stderr.write('No browser found: Playwright downloads its own ...\n');
  const download = spawnSync(
    'yarn',
    ['workspace', '@baremetal/dev', 'run', 'playwright', 'install', 'chromium'],
    {
      stdio: 'inherit',
    },
  );
  if (download.status !== 0) {
    throw new Error(
      'There is no browser for the journeys. Install Chromium or Chrome, or say where one is: CHROMIUM_PATH=/path ./dev test',
    );
  }
  return { path: undefined, words: "Playwright's own Chromium" };
}

function installed(): string | undefined {
  return INSTALLED.map(which).find(path => path !== undefined);
}

function which(command: string): string | undefined {
  try {
    return (
      execFileSync('sh', ['-c', `command -v ${command}`], {
        encoding: 'utf8',
      }).trim() || undefined
    );
  } catch {
    return undefined;
  }
}
