import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runJob } from './job.ts';
import { run } from './run.ts';

function quietly(work: Parameters<typeof run>[0]['work'], signal = new AbortController().signal) {
  const logged: string[] = [];
  return run({ work, signal, log: (_, message) => logged.push(message) }).then(code => ({
    code,
    logged,
  }));
}

describe('a run', () => {
  it('ends with 0 when the work is done', async () => {
    assert.deepEqual(await quietly(runJob), { code: 0, logged: ['started', 'done'] });
  });

  it('ends with 1 when it failed, and says so', async () => {
    const failing = async () => {
      throw new Error('no answer');
    };
    assert.deepEqual(await quietly(failing), { code: 1, logged: ['started', 'failed'] });
  });

  it('says when it was told to end', async () => {
    const ending = new AbortController();
    ending.abort(new Error('SIGTERM'));
    assert.deepEqual(await quietly(runJob, ending.signal), {
      code: 143,
      logged: ['started', 'told to end'],
    });
  });
});
