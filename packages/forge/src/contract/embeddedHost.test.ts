import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGitHost } from '@baremetal/platform-sim';
import { createGiteaForge } from '../gitea/createGiteaForge';
import { forgeContract, type ForgeUnderTest } from '.';

describe('createGiteaForge, on the embedded Git host', () => {
  let dir: string;
  let host: ForgeUnderTest;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'forge-'));
    const users = [
      { login: 'platform', token: 'token-1', admin: true },
      { login: 'erin', token: 'token-2', admin: true },
      { login: 'dave', token: 'token-3', admin: false },
    ];
    const running = await startGitHost({ dir, users, organizations: ['shop'] });
    stop = running.stop;
    const as = (token: string) => createGiteaForge({ url: running.url, token });
    let count = 0;
    host = {
      forge: as('token-1'),
      reviewer: as('token-2'),
      stranger: as('token-3'),
      newRepo: () => ({ owner: 'shop', name: `demo-${(count += 1)}` }),
    };
  });

  afterAll(async () => {
    await stop();
    await rm(dir, { recursive: true });
  });

  it.each(forgeContract.map(one => [one.name, one] as const))(
    '%s',
    async (_, { run }) => {
      await expect(run(host)).resolves.toBeUndefined();
    },
    20_000,
  );
});
