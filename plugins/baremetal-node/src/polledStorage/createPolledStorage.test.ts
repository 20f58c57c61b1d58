import type {
  ClaimRow,
  Known,
  RowsByKind,
  StorageClassRow,
  VolumeObservation,
  VolumeRow,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { ClusterReader, Rows } from '../clusterReader';
import { createPolledStorage } from './createPolledStorage';
import type { StorageSystem, VolumesAnswer } from './storageSystem';

const START = Date.parse('2026-11-22T14:00:00Z');
const DRIVER = 'linstor.csi.linbit.com';
const meta = { namespace: 'shop-prod', deleting: false };

function claim(name: string, kubernetesId?: string): ClaimRow {
  return {
    ...meta,
    uid: name,
    name,
    kubernetesId,
    phase: 'Bound',
    volume: `pv-${name}`,
    accessModes: [],
    volumeMode: 'Filesystem',
    conditions: [],
  };
}

function volume(name: string, driver = DRIVER): VolumeRow {
  const csi = { driver, handle: `handle-${name}` };
  return { ...meta, uid: name, name: `pv-${name}`, phase: 'Bound', csi };
}

/** One cluster's memory, as far as this needs it. */
class FakeReader implements ClusterReader {
  readonly cluster = 'prod';
  claims = [claim('a', 'shop'), claim('b', 'shop'), claim('stranger')];
  volumes = [volume('a'), volume('b'), volume('stranger')];
  changes = 0;
  read<K extends keyof RowsByKind>(kind: K): Known<Rows<RowsByKind[K]>> {
    const classes: StorageClassRow[] = [
      {
        ...meta,
        uid: 'c',
        name: 'lvm-thin',
        provisioner: DRIVER,
        parameters: { resourceGroup: 'thin' },
        waitsForConsumer: true,
        expandable: true,
        isDefault: false,
      },
    ];
    const rows: Partial<Record<keyof RowsByKind, readonly unknown[]>> = {
      claims: this.claims,
      volumes: this.volumes,
      storageClasses: classes,
    };
    const items = (rows[kind] ?? []) as readonly RowsByKind[K][];
    const observedAt = new Date(START).toISOString();
    return { known: true, value: { items, observedAt } };
  }
  revision() {
    return this.changes;
  }
}

function observation(handle: string, percent?: number): VolumeObservation {
  const syncing = percent !== undefined;
  return {
    handle,
    replicated: true,
    resizing: false,
    quorum: {},
    pools: [],
    replicas: [
      {
        node: 'm-1',
        kind: 'copy',
        votes: true,
        disk: syncing ? 'syncing' : 'upToDate',
        percent,
        silent: false,
        links: [],
        raw: '',
      },
    ],
  };
}

class FakeSystem implements StorageSystem {
  readonly id = 'fake';
  readonly source = 'LINSTOR';
  readonly provisioners = [DRIVER];
  readonly clusters = ['prod'];
  readonly questions: string[][] = [];
  percent: number | undefined;
  broken: string | undefined;
  answer: () => Promise<void> = async () => {};
  async askVolumes(
    _: string,
    { handles }: { handles: readonly string[] },
  ): Promise<VolumesAnswer> {
    this.questions.push([...handles]);
    await this.answer();
    if (this.broken) {
      throw new Error(this.broken);
    }
    const volumes = handles.map(handle => observation(handle, this.percent));
    return { volumes, further: [] };
  }
  async askClasses() {
    return [{ name: 'lvm-thin', domains: ['pdu-a'], largestClaimBytes: 5 }];
  }
  toProblem(cluster: string, error: unknown) {
    const message = `${cluster}: ${(error as Error).message}`;
    return { kind: 'unreachable' as const, message };
  }
}

/** Runs the loop on a clock that only moves when it is told to. */
function setUp(system = new FakeSystem()) {
  const reader = new FakeReader();
  const changes: string[] = [];
  const end = new AbortController();
  let now = START;
  let wake = () => {};
  const storage = createPolledStorage(system, {
    now: () => new Date(now),
    sleep: () =>
      new Promise(resolve => {
        wake = resolve;
      }),
    times: { timeout: 50 },
  });
  storage.start({
    readers: [reader],
    signal: end.signal,
    onChange: cluster => changes.push(cluster),
  });
  const settle = () => new Promise(resolve => setImmediate(resolve));
  const pass = async (seconds: number) => {
    await settle();
    for (let second = 0; second < seconds; second += 1) {
      now += 1000;
      wake();
      await settle();
    }
  };
  const look = (handles = ['handle-a']) =>
    storage.observeVolumes(reader, { handles });
  return { reader, system, storage, changes, end, pass, look };
}

describe('createPolledStorage', () => {
  it('asks about all volumes of services at start, and of nobody else', async () => {
    const { system, pass, look, storage, reader } = setUp();
    expect(look()).toEqual({
      known: false,
      problem: {
        kind: 'unreachable',
        message: 'LINSTOR of prod has not answered yet.',
      },
    });
    await pass(0);
    expect(system.questions).toEqual([['handle-a', 'handle-b']]);
    expect(look()).toMatchObject({
      known: true,
      value: {
        items: [{ handle: 'handle-a' }],
        observedAt: '2026-11-22T14:00:00.000Z',
      },
    });
    expect(storage.observeClasses(reader)).toMatchObject({
      value: { items: [{ name: 'lvm-thin', largestClaimBytes: 5 }] },
    });
    expect(storage.sources(reader)).toEqual([
      { source: 'LINSTOR', observedAt: '2026-11-22T14:00:00.000Z' },
    ]);
  });

  it('does not ask because of a view, but every 10 s while somebody looks', async () => {
    const { system, pass, look } = setUp();
    await pass(0);
    for (let view = 0; view < 100; view += 1) {
      look();
    }
    await pass(9);
    expect(system.questions).toHaveLength(1);
    await pass(21);
    expect(system.questions.slice(1)).toEqual([
      ['handle-a'],
      ['handle-a'],
      ['handle-a'],
    ]);
  });

  it('looks twice as often while a copy catches up, and keeps since when', async () => {
    const { system, pass, look, changes } = setUp();
    system.percent = 45;
    await pass(0);
    look();
    await pass(10);
    expect(system.questions).toHaveLength(3);
    const answer = look();
    expect(answer.known && answer.value.items[0]?.replicas[0]).toMatchObject({
      percent: 45,
      unchangedSince: '2026-11-22T14:00:00.000Z',
    });
    expect(changes).toEqual(['prod']);
    system.percent = 46;
    await pass(5);
    expect(changes).toEqual(['prod', 'prod']);
  });

  it('asks once a minute when nobody looks, and at once about a new volume', async () => {
    const { system, pass, reader } = setUp();
    await pass(59);
    expect(system.questions).toHaveLength(1);
    await pass(1);
    expect(system.questions).toHaveLength(2);
    reader.claims = [...reader.claims, claim('c', 'shop')];
    reader.volumes = [...reader.volumes, volume('c')];
    reader.changes += 1;
    await pass(1);
    expect(system.questions.at(-1)).toEqual(['handle-c']);
  });

  it('keeps the last state of a system that fails, with since when', async () => {
    const { system, pass, look, changes } = setUp();
    await pass(0);
    look();
    system.broken = 'down';
    await pass(30);
    expect(look()).toMatchObject({
      known: true,
      value: {
        items: [{ handle: 'handle-a' }],
        observedAt: '2026-11-22T14:00:00.000Z',
        lost: {
          since: '2026-11-22T14:00:10.000Z',
          problem: { message: 'prod: down' },
        },
      },
    });
    expect(changes).toEqual(['prod', 'prod']);
    system.broken = undefined;
    await pass(6);
    const answer = look();
    expect(answer.known && answer.value.lost).toBeUndefined();
    expect(changes).toHaveLength(3);
  });

  it('cuts off a question that hangs, and never asks two at once', async () => {
    const hanging = new FakeSystem();
    hanging.answer = () => new Promise(() => {});
    const { system, pass, look } = setUp(hanging);
    await pass(0);
    await pass(5);
    expect(system.questions).toHaveLength(1);
    await new Promise(resolve => setTimeout(resolve, 80));
    expect(look()).toMatchObject({
      known: false,
      problem: { kind: 'unreachable' },
    });
  });

  it('says that it is not set up for a cluster', () => {
    const { storage } = setUp();
    const other: ClusterReader = Object.assign(new FakeReader(), {
      cluster: 'lab',
    });
    expect(storage.observeVolumes(other, { handles: [] })).toEqual({
      known: false,
      problem: {
        kind: 'notInstalled',
        message: 'No LINSTOR is set up for lab.',
      },
    });
    expect(storage.sources(other)).toEqual([]);
  });

  it('stops with the signal', async () => {
    const { system, pass, end } = setUp();
    await pass(0);
    end.abort();
    await pass(120);
    expect(system.questions).toHaveLength(1);
  });
});
