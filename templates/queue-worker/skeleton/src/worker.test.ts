import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfig } from './config.ts';
import { MemoryQueue } from './queue.ts';
import { createWorker } from './worker.ts';

async function working(handle: (body: string) => Promise<void>) {
  const queue = new MemoryQueue();
  const logged: string[] = [];
  const worker = createWorker({
    queue,
    handle: ({ body }) => handle(body),
    log: message => logged.push(message),
    waitMs: 5,
  });
  await worker.start(0);
  const address = worker.server.address();
  const port = typeof address === 'object' ? address?.port : '';
  const get = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`);
    return { status: answer.status, text: await answer.text() };
  };
  return { queue, worker, logged, get };
}

const until = async (holds: () => boolean) => {
  for (let i = 0; i < 200 && !holds(); i++) await new Promise(done => setTimeout(done, 5));
  assert.ok(holds());
};

describe('the worker', () => {
  it('handles what is waiting, and counts it', async () => {
    const handled: string[] = [];
    const { queue, worker, get } = await working(async body => void handled.push(body));
    queue.add({ id: '1', body: 'one' });
    queue.add({ id: '2', body: 'two' });
    await until(() => handled.length === 2);
    assert.deepEqual(handled, ['one', 'two']);
    const { text } = await get('/metrics');
    assert.match(text, /queue_messages_waiting 0/);
    assert.match(text, /queue_message_duration_seconds_count\{outcome="done"\} 2/);
    assert.equal((await get('/healthz')).status, 200);
    assert.equal((await get('/readyz')).status, 200);
    await worker.stop(100);
  });

  it('gives a message back that failed, and goes on', async () => {
    let tries = 0;
    const { queue, worker, logged } = await working(async () => {
      tries++;
      if (tries === 1) throw new Error('not now');
    });
    queue.add({ id: '1', body: 'one' });
    await until(() => tries === 2);
    assert.deepEqual(logged, ['message failed']);
    await worker.stop(100);
  });

  it('finishes the message in hand before it ends', async () => {
    let finished = false;
    const { queue, worker } = await working(async () => {
      await new Promise(done => setTimeout(done, 50));
      finished = true;
    });
    queue.add({ id: '1', body: 'one' });
    await new Promise(done => setTimeout(done, 15));
    await worker.stop(1000);
    assert.ok(finished);
  });
});

describe('configuration', () => {
  it('names a wrong value', () => {
    assert.throws(() => readConfig({ PORT: 'eighty' }), /PORT is "eighty"/);
  });
});
