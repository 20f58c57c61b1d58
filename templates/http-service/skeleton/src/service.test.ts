import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { readConfig } from './config.ts';
import { createService } from './service.ts';
import { storeIsReachable } from './store.ts';

describe('the service', () => {
  let ready = true;
  const service = createService({ isReady: async () => ready });
  let url = '';

  before(async () => {
    await service.listen(0);
    const address = service.server.address();
    url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  });
  after(() => service.close(100));

  it('is alive', async () => {
    assert.equal((await fetch(`${url}/healthz`)).status, 200);
  });

  it('is ready only when what it needs is', async () => {
    assert.equal((await fetch(`${url}/readyz`)).status, 200);
    ready = false;
    assert.equal((await fetch(`${url}/readyz`)).status, 503);
    ready = true;
  });

  it('counts requests by route and code, not by path', async () => {
    await fetch(`${url}/no/such/path`);
    const metrics = await (await fetch(`${url}/metrics`)).text();
    assert.match(metrics, /http_request_duration_seconds_count\{method="GET",route="other",code="404"\} 1/);
    assert.doesNotMatch(metrics, /no\/such\/path/);
  });
});

describe('stopping', () => {
  it('is not ready any more, and ends', async () => {
    const service = createService({ isReady: async () => true });
    await service.listen(0);
    await service.close(100);
    assert.equal(service.server.listening, false);
  });
});

describe('the store', () => {
  it('is reachable when something listens there', async () => {
    const store = createServer();
    await new Promise<void>(done => store.listen(0, '127.0.0.1', done));
    const address = store.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    assert.equal(await storeIsReachable({ host: '127.0.0.1', port }), true);
    await new Promise(done => store.close(done));
    assert.equal(await storeIsReachable({ host: '127.0.0.1', port }), false);
  });
});

describe('configuration', () => {
  it('names a wrong value', () => {
    assert.throws(() => readConfig({ PORT: 'eighty' }), /PORT is "eighty"/);
  });
});
