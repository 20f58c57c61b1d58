import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import type { PushEvent } from './hostModel';
import { startGitHost, type RunningGitHost } from './startGitHost';

const run = promisify(execFile);
const NOW = Date.parse('2026-11-24T10:00:00Z');
const env = { ...process.env, GIT_TERMINAL_PROMPT: '0', HOME: '/nonexistent' };

describe('startGitHost', () => {
  let dir: string;
  let host: RunningGitHost;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'git-host-'));
    host = await startGitHost({
      dir: join(dir, 'repos'),
      now: () => NOW,
      users: [
        { login: 'platform', token: 'bot-token', admin: true },
        { login: 'dave', token: 'dave-token', admin: false },
      ],
    });
    await host.createRepoFromFiles(
      'shop',
      'cart',
      new Map([
        ['README.md', '# Cart\r\nÜber "alles"\n'],
        ['deploy/base/a b.yaml', 'kind: Service\n'],
      ]),
      { message: 'Start', date: NOW - 86_400_000 },
    );
  });

  afterAll(async () => {
    await host.stop();
    await rm(dir, { recursive: true });
  });

  const ask = (path: string, token?: string, init: RequestInit = {}) =>
    fetch(`${host.url}${path}`, {
      ...init,
      headers: token ? { authorization: `token ${token}` } : {},
    });

  function withToken(token: string): string {
    return host.url.replace('//', `//platform:${token}@`);
  }

  it('is cloned and pushed to with Git itself, and tells of the push', async () => {
    const heard: PushEvent[] = [];
    const stopListening = host.onPush(event => heard.push(event));
    const work = join(dir, 'work');
    const before = host.head('shop', 'cart');
    const origin = `${withToken('bot-token')}/shop/cart.git`;
    await run('git', ['clone', '--quiet', origin, work], { env });
    expect(await readFile(join(work, 'README.md'), 'utf8')).toBe(
      '# Cart\r\nÜber "alles"\n',
    );
    await writeFile(join(work, 'new.txt'), 'x'.repeat(2_000_000));
    const git = (...args: string[]) =>
      run('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
        cwd: work,
        env,
      });
    await git('add', '.');
    await git('commit', '--quiet', '-m', 'More');
    await git('push', '--quiet', 'origin', 'main');
    await git('push', '--quiet', 'origin', 'main:topic/one');
    const head = (await git('rev-parse', 'HEAD')).stdout.trim();
    stopListening();
    const place = { owner: 'shop', name: 'cart' };
    expect(heard).toEqual([
      { ...place, branch: 'main', before, after: head },
      { ...place, branch: 'topic/one', before: undefined, after: head },
    ]);
    expect(host.head('shop', 'cart', 'topic/one')).toBe(head);
  });

  it('checks out the default branch of a clone, whatever its name', async () => {
    const answer = await fetch(`${host.url}/api/v1/orgs/shop/repos`, {
      method: 'POST',
      headers: {
        authorization: 'token bot-token',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ name: 'ledger', default_branch: 'trunk' }),
    });
    expect(await answer.json()).toMatchObject({ default_branch: 'trunk' });
    await host.commit('shop', 'ledger', new Map([['a', 'b']]), {
      message: 'Start',
    });
    const work = join(dir, 'ledger');
    const origin = `${withToken('bot-token')}/shop/ledger.git`;
    await run('git', ['clone', '--quiet', origin, work], { env });
    const { stdout } = await run('git', ['branch', '--show-current'], {
      cwd: work,
      env,
    });
    expect(stdout.trim()).toBe('trunk');
  });

  it.each([
    ['nobody', undefined, 401],
    ['a wrong token', 'wrong', 401],
    ['a stranger', 'dave-token', 404],
    ['the bot', 'bot-token', 200],
  ])('answers %s over Git with %s', async (_, token, status) => {
    const basic = token && Buffer.from(`x:${token}`).toString('base64');
    const response = await fetch(
      `${host.url}/shop/cart.git/info/refs?service=git-upload-pack`,
      { headers: basic ? { authorization: `Basic ${basic}` } : {} },
    );
    expect(response.status).toBe(status);
  });

  it('serves what a catalog reads: a file, the last commit, an archive', async () => {
    const api = '/api/v1/repos/shop/cart';
    const file = await ask(
      `${api}/contents/deploy/base/a%20b.yaml?ref=main`,
      'bot-token',
    );
    expect(await file.json()).toMatchObject({
      encoding: 'base64',
      content: Buffer.from('kind: Service\n').toString('base64'),
    });
    const commit = await ask(`${api}/git/commits/main`, 'bot-token');
    expect(await commit.json()).toMatchObject({
      sha: host.head('shop', 'cart'),
    });
    const archive = await ask(`${api}/archive/main.tar.gz`, 'bot-token');
    const tar = gunzipSync(Buffer.from(await archive.arrayBuffer()));
    expect(tar.toString()).toContain('cart/deploy/base/a b.yaml');
  });

  it('keeps the time that a commit is given', async () => {
    await host.createRepoFromFiles('shop', 'old', new Map([['a', 'b']]), {
      message: 'Long ago',
      date: Date.parse('2026-01-02T03:04:05Z'),
    });
    const commit = await ask(
      '/api/v1/repos/shop/old/git/commits/main',
      'bot-token',
    );
    expect(await commit.json()).toMatchObject({
      created: '2026-01-02T03:04:05+00:00',
      commit: { message: 'Long ago' },
    });
  });

  it('reads a whole tree, also of a branch that was made by a commit', async () => {
    await host.commit(
      'shop',
      'cart',
      new Map([
        ['deploy/base/a b.yaml', undefined],
        ['deploy/x', 'y'],
      ]),
      { message: 'Side', branch: 'side' },
    );
    const at = { ref: 'side', under: 'deploy' };
    expect(await host.readTree('shop', 'cart', at)).toEqual(
      new Map([['deploy/x', 'y']]),
    );
    const main = await host.readTree('shop', 'cart', { ...at, ref: 'main' });
    expect([...main.keys()]).toEqual(['deploy/base/a b.yaml']);
  });

  it('shows pages that say what they are, and escapes what it shows', async () => {
    const page = await ask('/shop/cart/src/branch/main/README.md');
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(html).toContain('This Git host is simulated');
    expect(html).toContain('Über &quot;alles&quot;');
    expect((await ask('/shop/cart')).status).toBe(200);
    expect((await ask('/shop/nothing')).status).toBe(404);
  });

  it.each([
    ['../etc', 'passwd'],
    ['shop', '..'],
    ['shop', 'a/b'],
    ['shop', 'x.git'],
  ])('does not make %s/%s', async (owner, name) => {
    await expect(
      host.createRepoFromFiles(owner, name, new Map([['a', 'b']]), {
        message: 'm',
      }),
    ).rejects.toThrow('name is invalid');
  });

  it('refuses paths that leave the repository', async () => {
    const response = await ask(
      '/api/v1/repos/shop/cart/contents',
      'bot-token',
      {
        method: 'POST',
        body: JSON.stringify({
          branch: 'main',
          files: [{ operation: 'create', path: '../x', content: '' }],
        }),
      },
    );
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      message: 'path is invalid [path: ../x]',
    });
  });
});
