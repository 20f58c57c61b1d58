import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { BaremetalClient } from './BaremetalClient';

const credentials = {} as BackstageCredentials;

function clientThat(answer: Response) {
  const calls: { url: string; init: RequestInit | undefined }[] = [];
  const client = new BaremetalClient({
    discovery: {
      getBaseUrl: async plugin => `http://backend/api/${plugin}`,
    } as DiscoveryService,
    auth: {
      getPluginRequestToken: async ({ targetPluginId }) => ({
        token: `for-${targetPluginId}`,
      }),
    } as AuthService,
    fetch: async (url, init) => {
      calls.push({ url: String(url), init });
      return answer;
    },
  });
  return { client, calls };
}

it('reads in the name of the caller', async () => {
  const { client, calls } = clientThat(Response.json({ simulated: true }));
  expect(await client.platform({ credentials })).toEqual({ simulated: true });
  expect(calls).toEqual([
    {
      url: 'http://backend/api/baremetal/v1/platform',
      init: {
        method: 'GET',
        headers: { authorization: 'Bearer for-baremetal' },
        body: undefined,
      },
    },
  ]);
});

it('sends questions as JSON', async () => {
  const { client, calls } = clientThat(Response.json({ outcome: 'opened' }));
  const request = {
    entityRef: 'component:default/checkout-api',
    from: 'dev',
    to: 'stage',
  };
  await client.openPromotion(request, { credentials });
  expect(calls[0]).toEqual({
    url: 'http://backend/api/baremetal/v1/promotions',
    init: {
      method: 'POST',
      headers: {
        authorization: 'Bearer for-baremetal',
        'content-type': 'application/json',
      },
      body: JSON.stringify(request),
    },
  });
});

it('keeps the reason of a refusal', async () => {
  const error = { name: 'NotAllowedError', message: 'You may not do this' };
  const { client } = clientThat(
    Response.json({ error, response: { statusCode: 403 } }, { status: 403 }),
  );
  await expect(
    client.fit({ environments: [] }, { credentials }),
  ).rejects.toMatchObject({
    name: 'ResponseError',
    body: { error: { message: 'You may not do this' } },
  });
});
