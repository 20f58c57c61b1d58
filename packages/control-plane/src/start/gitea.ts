import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';
import type { GitHostAccess } from '@baremetal/platform-sim';
import { program } from '../build/cache';
import { moduleFolder } from '../build/go';
import type { Children } from './Children';

const execute = promisify(execFile);
const USER = 'platform';

/** Starts Gitea on SQLite with one administrator, whose token the product uses, and the given organisations. */
export async function startGitea(options: {
  dir: string;
  children: Children;
  port: number;
  organisations: readonly string[];
}): Promise<GitHostAccess> {
  const { children, port } = options;
  const work = join(options.dir, 'gitea');
  mkdirSync(join(work, 'custom', 'conf'), { recursive: true });
  const url = `http://127.0.0.1:${port}`;
  const settings = join(work, 'custom', 'conf', 'app.ini');
  writeFileSync(
    settings,
    ini({
      work,
      port,
      url,
      modules: await moduleFolder('gitea', 'code.gitea.io/gitea'),
    }),
    { mode: 0o600 },
  );
  const env = { GITEA_WORK_DIR: work };
  children.start('gitea', {
    command: program('gitea'),
    args: ['web', '--config', settings],
    env,
  });
  await children.until(
    'gitea',
    async () => (await fetch(`${url}/api/v1/version`)).ok,
  );
  const admin = async (...args: string[]) => {
    const { stdout } = await execute(
      program('gitea'),
      ['admin', 'user', ...args, '--config', settings],
      { env: { ...process.env, ...env } },
    );
    return stdout.trim().split('\n').pop() ?? '';
  };
  await admin(
    'create',
    '--username',
    USER,
    '--password',
    randomBytes(12).toString('hex'),
    '--email',
    `${USER}@example.test`,
    '--admin',
    '--must-change-password=false',
  );
  const token = await admin(
    'generate-access-token',
    '--username',
    USER,
    '--scopes',
    'all',
    '--raw',
  );
  for (const organisation of options.organisations) {
    const answer = await fetch(`${url}/api/v1/orgs`, {
      method: 'POST',
      headers: {
        authorization: `token ${token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ username: organisation, visibility: 'public' }),
    });
    if (!answer.ok) {
      throw new Error(
        `Gitea did not make ${organisation}: ${
          answer.status
        } ${await answer.text()}`,
      );
    }
  }
  return { url, token, user: USER };
}

function ini(options: {
  work: string;
  port: number;
  url: string;
  modules: string;
}): string {
  const { work, port, url, modules } = options;
  // Built without its web assets: templates and locales come from the module, pages have no styles. REST and Git are
  // complete.
  return `I_AM_BEING_UNSAFE_RUNNING_AS_ROOT = true
RUN_MODE = prod
RUN_USER = ${userInfo().username}
WORK_PATH = ${work}
[server]
HTTP_ADDR = 127.0.0.1
HTTP_PORT = ${port}
ROOT_URL = ${url}/
DISABLE_SSH = true
OFFLINE_MODE = true
STATIC_ROOT_PATH = ${modules}
[database]
DB_TYPE = sqlite3
PATH = ${work}/gitea.db
# Readers do not wait for whoever writes.
SQLITE_JOURNAL_MODE = WAL
[security]
INSTALL_LOCK = true
SECRET_KEY = ${randomBytes(16).toString('hex')}
[repository]
ROOT = ${work}/repos
DEFAULT_BRANCH = main
[webhook]
ALLOWED_HOST_LIST = loopback
[git.config]
# Nothing here outlives the run.
core.fsync = none
[indexer]
ISSUE_INDEXER_TYPE = db
[log]
LEVEL = Warn
`;
}
