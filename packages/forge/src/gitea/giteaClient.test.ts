import { ForgeError } from '../forgeError';
import { createGiteaForge } from './createGiteaForge';

const TOKEN = 'gto_0123456789';
const repo = { owner: 'shop', name: 'demo' };

function forgeThat(answer: () => Promise<Response>, timeoutMs?: number) {
  const asked: { url: string; token: string | null }[] = [];
  const forge = createGiteaForge({
    url: 'https://git.example.test/',
    token: TOKEN,
    timeoutMs,
    fetch: async (input, init) => {
      const token = new Headers(init?.headers).get('authorization');
      asked.push({ url: String(input), token });
      return Promise.race([
        answer(),
        new Promise<never>((_, reject) => {
          const signal = init?.signal;
          if (signal?.aborted) reject(signal.reason);
          signal?.addEventListener('abort', () => reject(signal.reason));
        }),
      ]);
    },
  });
  return { forge, asked };
}

function says(status: number, body: unknown) {
  return async () => new Response(JSON.stringify(body), { status });
}

async function errorOf(promise: Promise<unknown>): Promise<ForgeError> {
  const error = await promise.then(
    () => new Error('did not throw'),
    thrown => thrown,
  );
  expect(error).toBeInstanceOf(ForgeError);
  return error;
}

describe('createGiteaForge, when the host misbehaves', () => {
  it.each([
    [401, 'unauthenticated', 'does not accept the configured token'],
    [500, 'unexpected', 'failed to read branch main of shop/demo (500)'],
    [502, 'unreachable', 'failed to read branch main of shop/demo (502)'],
    [429, 'unreachable', 'failed to read branch main of shop/demo (429)'],
  ])('turns %s into %s', async (status, kind, words) => {
    const { forge } = forgeThat(says(status, { message: `bad ${TOKEN}` }));
    const error = await errorOf(forge.branchHead(repo, 'main'));
    expect(error.kind).toBe(kind);
    expect(error.message).toContain(words);
    expect(error.message).not.toContain(TOKEN);
  });

  it('says that nobody answered, and keeps the cause', async () => {
    const cause = new TypeError('fetch failed');
    const { forge } = forgeThat(() => Promise.reject(cause));
    const error = await errorOf(forge.branchHead(repo, 'main'));
    expect(error.kind).toBe('unreachable');
    expect(error.message).toBe(
      'The Git host https://git.example.test could not be reached to read branch main of shop/demo',
    );
    expect(error.cause).toBe(cause);
  });

  it('gives up on a host that never answers', async () => {
    const { forge } = forgeThat(() => new Promise(() => {}), 20);
    const error = await errorOf(forge.branchHead(repo, 'main'));
    expect(error.kind).toBe('unreachable');
    expect(error.message).toContain('did not answer within 0.02 s');
  });

  it("hands on the caller's own abort", async () => {
    const { forge } = forgeThat(() => new Promise(() => {}));
    const controller = new AbortController();
    const pending = forge.branchHead(repo, 'main', {
      signal: controller.signal,
    });
    controller.abort(new Error('page closed'));
    await expect(pending).rejects.toThrow('page closed');
  });

  it('refuses a file that is not text instead of changing its bytes', async () => {
    const answers = [
      { sha: 'c1' },
      {
        type: 'file',
        sha: 'b1',
        content: Buffer.from([0xff, 0xfe]).toString('base64'),
      },
    ];
    const { forge, asked } = forgeThat(async () =>
      Response.json(answers.shift()),
    );
    const at = { ref: 'main', path: 'a b/ö#.bin' };
    const error = await errorOf(forge.readFile(repo, at));
    expect(error.message).toBe('a b/ö#.bin is not a text file');
    expect(asked[1]).toEqual({
      url: 'https://git.example.test/api/v1/repos/shop/demo/contents/a%20b/%C3%B6%23.bin?ref=c1',
      token: `Bearer ${TOKEN}`,
    });
  });

  it('never posts a merge of a change whose head is another one', async () => {
    const pull = {
      number: 1,
      state: 'open',
      head: { label: 'promote/demo/stage', sha: 'new' },
      base: { ref: 'main', sha: 'base' },
    };
    const { forge, asked } = forgeThat(says(200, pull));
    const result = await forge.mergeChange(repo, 1, {
      expectedHead: 'old',
      method: 'merge',
    });
    expect(result).toEqual({ outcome: 'headMoved', head: 'new' });
    expect(asked).toHaveLength(1);
  });
});

it('knows a commit that somebody else overtook from a host that fails', async () => {
  let head = 'a';
  const forge = createGiteaForge({
    url: 'https://git.example.test/',
    token: TOKEN,
    fetch: async (input, init) => {
      if (init?.method === 'POST') {
        head = 'b';
        const message = 'PushOutOfDate Error: exit status 1 - ! [rejected]';
        return new Response(JSON.stringify({ message }), { status: 500 });
      }
      return String(input).includes('/trees/')
        ? new Response(JSON.stringify({ tree: [], truncated: false }))
        : new Response(JSON.stringify({ name: 'main', commit: { id: head } }));
    },
  });
  expect(
    await forge.commitFiles({
      repo,
      branch: 'main',
      expectedHead: 'a',
      files: [{ path: 'x', content: 'x' }],
      message: 'x',
    }),
  ).toEqual({ outcome: 'headMoved', head: 'b' });
});

describe('a merge that somebody else overtakes', () => {
  const overtaken = {
    message:
      "PushRejected with remote message: cannot lock ref 'refs/heads/main': is at 1 but expected 2",
  };
  const pull = (merged: boolean) => ({
    number: 1,
    state: merged ? 'closed' : 'open',
    merged,
    mergeable: true,
    merge_commit_sha: merged ? 'c0ffee' : null,
    head: { sha: 'abc', ref: 'add', repo: { full_name: 'shop/demo' } },
    base: { sha: 'def', ref: 'main', repo: { full_name: 'shop/demo' } },
    user: { login: 'dana' },
  });

  function hostThatRefuses(times: number) {
    let refusals = 0;
    const forge = createGiteaForge({
      url: 'https://git.example.test/',
      token: TOKEN,
      fetch: async (_, init) => {
        if (init?.method === 'POST') {
          refusals += 1;
          return refusals > times
            ? new Response('{}', { status: 200 })
            : new Response(JSON.stringify(overtaken), { status: 409 });
        }
        return new Response(JSON.stringify(pull(refusals > times)));
      },
    });
    return forge.mergeChange(repo, 1, { expectedHead: 'abc', method: 'merge' });
  }

  it('is asked for again', async () => {
    expect(await hostThatRefuses(2)).toEqual({
      outcome: 'merged',
      commitId: 'c0ffee',
    });
  });

  it('is given up after a while, in words', async () => {
    expect(await hostThatRefuses(100)).toEqual({
      outcome: 'notMergeable',
      reason: 'Its base branch moves all the time; try again in a moment',
    });
  });
});
