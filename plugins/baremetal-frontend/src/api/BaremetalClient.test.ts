import { BaremetalClient } from './BaremetalClient';

const ENTITY = { namespace: 'default', name: 'a b' };

function client(response: () => Response) {
  const fetch = jest.fn(async (_: string | Request, __?: RequestInit) =>
    response(),
  );
  return {
    fetch,
    api: new BaremetalClient({
      fetchApi: { fetch: fetch as unknown as typeof globalThis.fetch },
    }),
  };
}

describe('BaremetalClient', () => {
  it.each<[string, (api: BaremetalClient) => Promise<unknown>]>([
    ['/v1/platform', api => api.getPlatform()],
    ['/v1/services/default/a%20b/overview', api => api.getOverview(ENTITY)],
    ['/v1/services/default/a%20b/rollouts', api => api.getRollouts(ENTITY)],
    ['/v1/services/default/a%20b/storage', api => api.getStorage(ENTITY)],
    ['/v1/services/default/a%20b/capacity', api => api.getCapacity(ENTITY)],
    [
      '/v1/services/default/a%20b/promotion-preview?to=stage',
      api => api.previewPromotion({ entity: ENTITY, to: 'stage' }),
    ],
    ['/v1/promotions', api => api.getPromotions()],
    ['/v1/promotions/x%2Fy', api => api.getPromotion('x/y')],
  ])('gets %s', async (path, call) => {
    const { api, fetch } = client(() => Response.json({ some: 'answer' }));
    await expect(call(api)).resolves.toEqual({ some: 'answer' });
    expect(fetch.mock.calls).toEqual([
      [`plugin://baremetal${path}`, undefined],
    ]);
  });

  it.each<[string, unknown, (api: BaremetalClient) => Promise<unknown>]>([
    ['/v1/fit', { environments: [] }, api => api.askFit({ environments: [] })],
    [
      '/v1/promotions',
      { entityRef: 'component:default/a', from: 'dev', to: 'stage' },
      api =>
        api.openPromotion({
          entityRef: 'component:default/a',
          from: 'dev',
          to: 'stage',
        }),
    ],
    [
      '/v1/promotions/7/approve',
      { headCommit: 'abc' },
      api => api.approvePromotion('7', { headCommit: 'abc' }),
    ],
    [
      '/v1/promotions/7/merge',
      { headCommit: 'abc' },
      api => api.mergePromotion('7', { headCommit: 'abc' }),
    ],
  ])('posts %s', async (path, body, call) => {
    const { api, fetch } = client(() => Response.json({}));
    await call(api);
    const [address, init] = fetch.mock.calls[0] ?? [];
    expect(address).toBe(`plugin://baremetal${path}`);
    expect(init).toMatchObject({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    });
    expect(JSON.parse(String(init?.body))).toEqual(body);
  });

  it('keeps the status and the sentence of a refusal', async () => {
    const { api } = client(() =>
      Response.json(
        {
          error: { name: 'ConflictError', message: 'The head moved.' },
          response: { statusCode: 409 },
        },
        { status: 409 },
      ),
    );
    await expect(
      api.mergePromotion('7', { headCommit: 'abc' }),
    ).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 409,
      cause: { message: 'The head moved.' },
    });
  });
});
