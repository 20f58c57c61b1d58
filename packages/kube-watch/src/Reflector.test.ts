import { setTimeout as sleep } from 'node:timers/promises';
import type { KubeObject } from './kubeObject';
import { ProjectedStore } from './ProjectedStore';
import { Reflector } from './Reflector';
import type { ReflectorOptions } from './reflectorOptions';
import { errorLine, FakeApiServer } from './testUtils/FakeApiServer';
import type { WatchState } from './watchState';

interface Thing {
  readonly name: string;
  readonly value: string;
}

function project(object: KubeObject): Thing {
  const value = 'value' in object ? String(object.value) : '';
  if (value === 'broken') {
    throw new Error('a value that cannot be read');
  }
  return { name: object.metadata.name ?? '', value };
}

const QUICK = {
  // Long enough for a busy machine to answer in, short enough to wait for when a test is about silence.
  openMs: 1_000,
  silenceMs: 1_000,
  firstPauseMs: 1,
  longestPauseMs: 5,
  refusedPauseMs: 5,
  settledMs: 0,
};

let server: FakeApiServer;
const reflectors: Reflector<Thing>[] = [];

beforeEach(async () => {
  server = new FakeApiServer();
  await server.start();
  server.put('a', '1');
  server.put('b', '1');
});

afterEach(async () => {
  await Promise.all(reflectors.splice(0).map(each => each.stop()));
  await server.kill();
});

function start(options: Partial<ReflectorOptions<Thing>> = {}) {
  const store = new ProjectedStore<Thing, 'value'>({ value: row => row.value });
  const states: WatchState[] = [];
  const reflector = new Reflector<Thing>({
    path: '/api/v1/things',
    open: server.open,
    project,
    store,
    onState: state => states.push(state),
    timing: { ...QUICK, ...options.timing },
    ...options,
  });
  reflectors.push(reflector);
  reflector.start();
  return { store, states, reflector };
}

type Started = ReturnType<typeof start>;

async function until(condition: () => boolean): Promise<void> {
  for (const end = Date.now() + 15_000; Date.now() < end; await sleep(2)) {
    if (condition()) {
      return;
    }
  }
  throw new Error(`Never became true: ${condition}`);
}

function shows({ store, reflector }: Started, rows: string): () => boolean {
  return () =>
    reflector.state.state === 'live' &&
    store
      .all()
      .map(({ name, value }) => name + value)
      .sort()
      .join(' ') === rows;
}

const lists = () => server.requests.filter(each => each.includes('limit='));
const streams = () =>
  server.requests.filter(each => each.includes('sendInitialEvents'));

describe('what a reflector keeps', () => {
  it.each(['known', 'refused', 'ignored'] as const)(
    'follows a server by which initial events are %s',
    async initialEvents => {
      server.initialEvents = initialEvents;
      const started = start({ timing: { ...QUICK, pageSize: 1 } });
      await until(shows(started, 'a1 b1'));

      server.put('a', '2');
      server.remove('b');
      server.put('c', '1');
      await until(shows(started, 'a2 c1'));

      expect(lists()).toHaveLength(initialEvents === 'known' ? 0 : 2);
      expect(streams()).toHaveLength(1);
    },
  );

  it('goes on where a cut watch ended, without listing again', async () => {
    const started = start();
    await until(shows(started, 'a1 b1'));

    server.dropConnections();
    server.put('a', '2');
    await until(shows(started, 'a2 b1'));

    expect(streams()).toHaveLength(1);
    expect(lists()).toHaveLength(0);
  });

  it('goes on from a bookmark, so that compaction does not force a listing', async () => {
    const started = start();
    await until(shows(started, 'a1 b1'));

    server.compact();
    server.bookmark();
    await until(() => started.reflector.state.state === 'live');
    await sleep(20);
    server.dropConnections();
    server.put('b', '2');
    await until(shows(started, 'a1 b2'));

    expect(streams()).toHaveLength(1);
  });

  it('lists again when the server forgot the version, and misses no deletion', async () => {
    const started = start();
    await until(shows(started, 'a1 b1'));
    const before = started.store.get('uid-a-101');
    expect(before).toBeDefined();

    server.dropConnections();
    server.remove('b');
    server.put('c', '1');
    server.compact();
    await until(shows(started, 'a1 c1'));

    expect(streams()).toHaveLength(2);
    expect(started.store.get('uid-a-101')).toBe(before);
  });

  it('leaves out what cannot be projected, says so, and keeps the rest', async () => {
    const skipped: string[] = [];
    const started = start({ onSkipped: name => skipped.push(name) });
    await until(shows(started, 'a1 b1'));

    server.put('a', 'broken');
    server.put('b', '2');
    await until(shows(started, 'b2'));

    expect(skipped).toEqual(['default/a']);
  });
});

describe('what a reflector survives', () => {
  it('being killed and restarted: keeps its rows and says since when', async () => {
    const started = start();
    await until(shows(started, 'a1 b1'));
    const provenAt = started.reflector.observedAt;

    await server.kill();
    await until(() => started.reflector.state.state === 'lost');
    expect(started.reflector.state).toEqual({
      state: 'lost',
      since: provenAt,
      problem: {
        kind: 'unreachable',
        message: expect.stringContaining('cannot be reached'),
      },
    });
    expect(started.store.all()).toHaveLength(2);

    server.put('a', '2');
    await server.start();
    await until(shows(started, 'a2 b1'));
  });

  it('503 at the start', async () => {
    server.refuse = { status: 503, message: 'etcd is not ready' };
    const started = start();
    await until(() => started.reflector.state.state === 'unread');
    expect(started.reflector.state).toMatchObject({
      problem: {
        kind: 'unreachable',
        message: 'answered 503: etcd is not ready',
      },
    });

    server.refuse = undefined;
    await until(shows(started, 'a1 b1'));
    expect(started.states.map(({ state }) => state)).toContain('unread');
  });

  it('a server that accepts the watch and then says nothing', async () => {
    const started = start();
    await until(shows(started, 'a1 b1'));

    server.hangs = true;
    await until(() => started.reflector.state.state === 'lost');
    expect(started.reflector.state).toMatchObject({
      problem: { kind: 'timedOut', message: 'has sent nothing for 1 s' },
    });
    expect(started.store.all()).toHaveLength(2);

    server.hangs = false;
    server.put('b', '2');
    await until(shows(started, 'a1 b2'));
  });

  it.each([
    ['a line that is not JSON', '{"type":"MODI\n', 1],
    ['an event that nobody knows', '{"type":"RENAMED","object":{}}\n', 1],
    ['an error in the stream', errorLine(500, 'leader changed'), 1],
    ['410 in the stream', errorLine(410, 'too old resource version'), 2],
  ])('%s', async (_, line, listings) => {
    const started = start();
    await until(shows(started, 'a1 b1'));

    const before = server.requests.length;
    server.say(line);
    await until(() => server.requests.length > before);
    server.put('a', '2');
    await until(shows(started, 'a2 b1'));
    expect(streams()).toHaveLength(listings);
  });

  it('a single cut without a word: it is usually back at once', async () => {
    const started = start();
    await until(shows(started, 'a1 b1'));

    server.dropConnections();
    server.put('a', '2');
    await until(shows(started, 'a2 b1'));

    expect(started.states.map(({ state }) => state)).toEqual(['live']);
  });
});

describe('what a reflector is refused', () => {
  it('says that a kind is forbidden, and notices when it no longer is', async () => {
    server.refuse = { status: 403, message: 'things is forbidden' };
    const started = start();
    await until(() => started.reflector.state.state === 'unread');
    expect(started.reflector.state).toMatchObject({
      problem: {
        kind: 'forbidden',
        message: 'answered 403: things is forbidden',
      },
    });

    server.refuse = undefined;
    await until(shows(started, 'a1 b1'));
  });

  it('says that a kind is not installed, notices its arrival and its end', async () => {
    server.group = undefined;
    const started = start({
      path: '/apis/example.org/v1/things',
      optional: { groupVersion: 'example.org/v1', resource: 'things' },
    });
    await until(() => started.reflector.state.state === 'unread');
    expect(started.reflector.state).toMatchObject({
      problem: {
        kind: 'notInstalled',
        message: 'has no things of example.org/v1',
      },
    });
    expect(server.requests).toContain('/apis/example.org/v1');

    server.group = ['things'];
    await until(shows(started, 'a1 b1'));

    server.refuse = { status: 404, message: 'not found' };
    server.dropConnections();
    await until(() => started.reflector.state.state === 'unread');
    expect(started.store.all()).toEqual([]);
  });

  it('leaves a server alone for as long as it asks', async () => {
    const pauses: number[] = [];
    const started = start({
      open: async () => ({
        status: 429,
        retryAfterSeconds: 7,
        body: (async function* nothing() {})(),
      }),
      delay: async (ms, signal) => {
        pauses.push(ms);
        await sleep(5, undefined, { signal });
      },
    });
    await until(() => pauses.length > 1);
    expect(pauses[0]).toBe(7_000);
    expect(started.reflector.state.state).toBe('unread');
  });
});

it('ends every connection when it is stopped, even a hanging one', async () => {
  server.hangs = true;
  const { reflector } = start();
  await until(() => server.requests.length === 1);
  await reflector.stop();
  const { length } = server.requests;
  await sleep(30);
  expect(server.requests).toHaveLength(length);
});
