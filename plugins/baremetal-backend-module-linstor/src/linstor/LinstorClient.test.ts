import { LinstorClient } from './LinstorClient';

const signal = new AbortController().signal;

function createClient(responses: (Response | Error)[]) {
  const urls: string[] = [];
  const client = new LinstorClient(
    { cluster: 'prod', url: 'http://linstor:3370/', token: 'hush-hush' },
    {
      timeoutMs: 20,
      fetch: async (url, init) => {
        urls.push(String(url));
        const next = responses.shift();
        if (next instanceof Error) {
          throw next;
        }
        return (
          next ??
          new Promise((_, reject) => {
            init?.signal?.addEventListener('abort', () =>
              reject(init.signal?.reason),
            );
          })
        );
      },
    },
  );
  return { client, urls };
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status });
const refused = (message: string, status = 500) =>
  json(
    [{ ret_code: -4611686018427386905, message, secret: 'REDACT-ME' }],
    status,
  );

describe('LinstorClient', () => {
  it('filters by name, in addresses of bounded length', async () => {
    const { client, urls } = createClient([json([]), json([]), json([])]);
    const names = Array.from({ length: 101 }, (_, index) => `pvc ${index}`);
    await client.resources(names, signal);
    expect(urls).toHaveLength(3);
    expect(urls[2]).toBe(
      'http://linstor:3370/v1/view/resources?resources=pvc%20100',
    );
  });

  it('tries a read again after a random 500', async () => {
    const { client } = createClient([refused('concurrent'), json([])]);
    await expect(client.groups(signal)).resolves.toEqual([]);
  });

  it('passes on what LINSTOR says for people, and nothing else of the body', async () => {
    const { client } = createClient([
      refused('Node not found'),
      refused('Node not found'),
    ]);
    await expect(client.nodes(signal)).rejects.toMatchObject({
      problem: {
        kind: 'unexpected',
        message: 'LINSTOR of prod answered 500: Node not found.',
      },
    });
  });

  it.each<[string, (Response | Error)[], object]>([
    ['no token', [json([], 401)], { kind: 'unauthenticated' }],
    ['no right', [refused('no', 403)], { kind: 'forbidden' }],
    ['starting', [json([], 503)], { kind: 'unreachable' }],
    ['no network', [new TypeError('fetch failed')], { kind: 'unreachable' }],
    ['silence', [], { kind: 'timedOut' }],
    [
      'no JSON',
      [new Response('<html>'), new Response('<html>')],
      { kind: 'unexpected' },
    ],
    [
      'another form',
      [json({ a: 1 }), json({ a: 1 })],
      {
        kind: 'unexpected',
        message:
          'LINSTOR of prod answered /v1/nodes in a form that is not understood.',
      },
    ],
  ])('names the remedy: %s', async (_, responses, problem) => {
    const { client } = createClient(responses);
    await expect(client.nodes(signal)).rejects.toMatchObject({ problem });
  });

  it('reads what LINSTOR leaves out as empty', async () => {
    const { client } = createClient([
      json([{ name: 'pvc-1', node_name: 'm-1' }]),
    ]);
    await expect(client.resources(['pvc-1'], signal)).resolves.toEqual([
      { name: 'pvc-1', node_name: 'm-1', flags: [], volumes: [] },
    ]);
  });
});
