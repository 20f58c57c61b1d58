import { deepStrictEqual } from 'node:assert';
import { setTimeout as sleep } from 'node:timers/promises';
import { ProjectedStore, Reflector } from '@baremetal/kube-watch';
import type { RunningCluster } from '../start/cluster';
import type { KubeApi } from '../start/kubeApi';
import type { ControlPlane } from '../start/startControlPlane';
import { opener } from './opener';
import type { Part, PartContext } from './part';

const NAMESPACE = 'watched';
const PATH = `/api/v1/namespaces/${NAMESPACE}/configmaps`;
const SERVER = 'dev-apiserver';

interface Row {
  readonly name: string;
  readonly version: string;
  readonly text: string;
}

/** The API server as something that can be hit. */
class Server {
  constructor(
    private readonly platform: ControlPlane,
    private readonly cluster: RunningCluster,
  ) {}

  kill() {
    return this.platform.children.kill(SERVER);
  }

  async start() {
    this.platform.children.restart(SERVER);
    await this.platform.children.until(SERVER, () =>
      this.cluster.api.isReady(),
    );
  }

  /** Makes etcd forget everything up to now. */
  async compact() {
    const list = await this.cluster.api.get<{
      metadata: { resourceVersion: string };
    }>(PATH);
    const answer = await fetch(`${this.platform.etcd}/v3/kv/compaction`, {
      method: 'POST',
      body: JSON.stringify({
        revision: list.metadata.resourceVersion,
        physical: true,
      }),
    });
    if (!answer.ok)
      throw new Error(`etcd did not compact: ${await answer.text()}`);
  }
}

/** The watch cache beside a real API server that is killed, restarted and compacted while objects change. */
export const watchPart: Part = {
  name: 'watch',
  words:
    'the watch cache equals a real API server after kill, restart and compaction',
  needs: { clusters: ['dev'], git: false, argocd: false },
  async *cases(context) {
    const cluster = devOf(context);
    const { api } = cluster;
    await api.create('/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: NAMESPACE },
    });
    const watched = watch(cluster);
    const server = new Server(context.platform(), cluster);
    try {
      yield {
        name: 'it follows a burst of changes',
        run: async () => {
          await churn(api, { from: 0, to: 200 });
          await equal(watched, api);
        },
      };
      yield {
        name: 'it says since when the server is gone, and keeps the rows',
        run: async () => {
          const rows = watched.store.size;
          await server.kill();
          await until('lost', () => watched.reflector.state.state === 'lost');
          deepStrictEqual(watched.store.size, rows);
          await server.start();
        },
      };
      yield {
        name: 'it catches up after a restart with what changed meanwhile',
        run: async () => {
          await churn(api, { from: 150, to: 260 });
          await equal(watched, api);
        },
      };
      yield {
        name: 'it lists anew when the history it stood on was compacted away',
        run: async () => {
          await server.kill();
          await server.start();
          await churn(api, { from: 0, to: 60 });
          await server.compact();
          await churn(api, { from: 40, to: 90 });
          await equal(watched, api);
        },
      };
      yield {
        name: 'it holds while the server is killed again and again under load',
        run: async () => {
          const load = churn(api, { from: 0, to: 300 }).catch(() => undefined);
          for (let i = 0; i < 2; i++) {
            await sleep(700);
            await server.kill();
            await server.start();
          }
          await load;
          await churn(api, { from: 0, to: 10 });
          await equal(watched, api);
        },
      };
    } finally {
      await watched.stop();
    }
  },
};

function devOf({ platform }: PartContext): RunningCluster {
  const cluster = platform().apis.get('dev');
  if (cluster === undefined) throw new Error('there is no cluster dev');
  return cluster;
}

/** Creates, changes and deletes objects, a third each, as fast as the server takes them. */
async function churn(
  api: KubeApi,
  { from, to }: { from: number; to: number },
): Promise<void> {
  for (let i = from; i < to; i++) {
    const path = `${PATH}/c-${i}`;
    await api.apply(
      path,
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: `c-${i}`, namespace: NAMESPACE },
        data: { text: `${i} at ${process.hrtime.bigint()}` },
      }),
    );
    if (i % 3 === 0) await api.delete(path);
  }
}

function watch({ access }: RunningCluster) {
  const store = new ProjectedStore<Row, never>({});
  const reflector = new Reflector<Row>({
    path: PATH,
    open: opener(access),
    store,
    project: object => ({
      name: object.metadata.name ?? '',
      version: object.metadata.resourceVersion ?? '',
      text:
        (object as unknown as { data?: { text?: string } }).data?.text ?? '',
    }),
    timing: { firstPauseMs: 100, longestPauseMs: 1000, silenceMs: 20_000 },
  });
  reflector.start();
  return { store, reflector, stop: () => reflector.stop() };
}

/** Waits until cache and server say the same, object by object and version by version. */
async function equal(
  { store }: { store: ProjectedStore<Row, never> },
  api: KubeApi,
): Promise<void> {
  const end = Date.now() + 30_000;
  for (;;) {
    const { items } = await api.get<{
      items: {
        metadata: { name: string; resourceVersion: string };
        data?: { text?: string };
      }[];
    }>(PATH);
    const theirs = items
      .map(({ metadata, data }) => ({
        name: metadata.name,
        version: metadata.resourceVersion,
        text: data?.text ?? '',
      }))
      .sort(byName);
    const ours = [...store.all()].sort(byName);
    if (JSON.stringify(ours) === JSON.stringify(theirs)) return;
    if (Date.now() > end) {
      deepStrictEqual(ours, theirs);
      return;
    }
    await sleep(200);
  }
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name.localeCompare(b.name);
}

async function until(what: string, holds: () => boolean): Promise<void> {
  const end = Date.now() + 30_000;
  while (!holds()) {
    if (Date.now() > end) throw new Error(`it was not ${what} after 30 s`);
    await sleep(50);
  }
}
