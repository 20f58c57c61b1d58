import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { readConfig } from './config.ts';
import { Files } from './files.ts';
import { createService } from './service.ts';

describe('the service', () => {
  let folder = '';
  let url = '';
  let service: ReturnType<typeof createService>;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'service-'));
    service = createService({ files: await Files.open(folder) });
    await service.listen(0);
    const address = service.server.address();
    url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  });
  after(async () => {
    await service.close(100);
    await rm(folder, { recursive: true, force: true });
  });

  it('is alive, and ready while its volume can be written', async () => {
    assert.equal((await fetch(`${url}/healthz`)).status, 200);
    assert.equal((await fetch(`${url}/readyz`)).status, 200);
  });

  it('keeps what it was given', async () => {
    assert.equal((await fetch(`${url}/items/a-1`)).status, 404);
    const put = await fetch(`${url}/items/a-1`, { method: 'PUT', body: 'hello' });
    assert.equal(put.status, 200);
    const { text } = (await (await fetch(`${url}/items/a-1`)).json()) as { text: string };
    assert.equal(text, 'hello');
    const again = await Files.open(folder);
    assert.equal(await again.read('a-1'), 'hello');
  });

  it('does not leave its folder', async () => {
    const files = await Files.open(folder);
    await assert.rejects(files.write('../escape', 'x'), /not a key/);
    assert.equal((await fetch(`${url}/items/..%2Fescape`, { method: 'PUT', body: 'x' })).status, 404);
  });

  it('counts requests by route and code, not by key', async () => {
    const metrics = await (await fetch(`${url}/metrics`)).text();
    assert.match(metrics, /route="\/items",code="200"/);
    assert.doesNotMatch(metrics, /a-1/);
  });
});

describe('configuration', () => {
  it('names a wrong value', () => {
    assert.throws(() => readConfig({ PORT: 'eighty' }), /PORT is "eighty"/);
  });
});
