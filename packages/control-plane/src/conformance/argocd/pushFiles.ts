import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { RepositoryRef } from '@baremetal/forge';
import type { FileTree } from '@baremetal/golden-path';
import type { GitHostAccess } from '@baremetal/platform-sim';

const execute = promisify(execFile);

const AUTHOR = ['-c', 'user.name=Dana', '-c', 'user.email=dana@example.test'];

/**
 * Pushes files as the first commit of an empty repository, with `git`. For dozens of repositories: through Gitea's API,
 * as the product does it, each file costs several processes.
 */
export async function pushFiles(
  { url, user, token }: GitHostAccess,
  { owner, name }: RepositoryRef,
  files: FileTree,
): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'push-'));
  const git = (...args: string[]) =>
    execute('git', ['-C', dir, ...args], { env: signedIn(user, token) });
  try {
    for (const [path, text] of files) {
      const file = join(dir, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    await git('init', '--quiet', '--initial-branch', 'main');
    await git('add', '--all');
    await git(...AUTHOR, 'commit', '--quiet', '--message', `Start ${name}`);
    await git('push', '--quiet', `${url}/${owner}/${name}.git`, 'main');
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** By the environment: what stands in the arguments, git's errors repeat. */
function signedIn(user: string, token: string): NodeJS.ProcessEnv {
  const credentials = Buffer.from(`${user}:${token}`).toString('base64');
  return {
    ...process.env,
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: 'http.extraHeader',
    GIT_CONFIG_VALUE_0: `Authorization: Basic ${credentials}`,
  };
}
