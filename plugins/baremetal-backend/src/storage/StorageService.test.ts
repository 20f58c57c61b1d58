import type {
  ClaimRow,
  Known,
  PodRow,
  Problem,
  RowKind,
  RowsByKind,
  StorageClassRow,
  VolumeObservation,
  VolumeRow,
} from '@baremetal/backstage-plugin-baremetal-common';
import type {
  ClusterReader,
  Rows,
  RowSelection,
  ServiceTarget,
  StorageBackend,
} from '@baremetal/backstage-plugin-baremetal-node';
import { StorageService } from './StorageService';

const NOW = '2026-11-22T14:31:00.000Z';
const KUBE_AT = '2026-11-22T14:30:58.000Z';
const LINSTOR_AT = '2026-11-22T14:30:52.000Z';
const DRIVER = 'linstor.csi.linbit.com';
const ZONE = 'topology.kubernetes.io/zone';
const meta = { namespace: 'shop-prod', deleting: false };

const claimRow = (changes: Partial<ClaimRow> = {}): ClaimRow => ({
  ...meta,
  uid: 'claim',
  name: 'data-shop-db-0',
  kubernetesId: 'shop',
  phase: 'Bound',
  volume: 'pvc-1',
  storageClass: 'lvm-thick-r2',
  requestedBytes: 20,
  actualBytes: 20,
  accessModes: ['ReadWriteOnce'],
  volumeMode: 'Filesystem',
  conditions: [],
  ...changes,
});
const volumeRow = (changes: Partial<VolumeRow> = {}): VolumeRow => ({
  ...meta,
  uid: 'volume',
  namespace: '',
  name: 'pvc-1',
  phase: 'Bound',
  createdAt: '2026-11-01T00:00:00Z',
  csi: { driver: DRIVER, handle: 'pvc-1' },
  ...changes,
});
const classRow = { name: 'lvm-thick-r2', waitsForConsumer: true };
const podRow = { ...meta, name: 'shop-db-0', kubernetesId: 'shop' };
const nodeRow = (name: string, zone: string, taints: object[] = []) => ({
  name,
  labels: { [ZONE]: zone },
  taints,
});

/** One cluster's memory; a kind that is a problem cannot be read. */
class FakeReader implements ClusterReader {
  readonly cluster = 'prod';
  readonly kinds: Partial<Record<RowKind, readonly object[] | Problem>> = {
    claims: [claimRow()],
    volumes: [volumeRow()],
    pods: [{ ...podRow, claims: ['data-shop-db-0'] }] as Partial<PodRow>[],
    storageClasses: [classRow] as Partial<StorageClassRow>[],
    nodes: [nodeRow('m-1', 'pdu-a'), nodeRow('m-2', 'pdu-b')],
  };
  lost: Rows<unknown>['lost'];
  read<K extends RowKind>(
    kind: K,
    selection?: RowSelection,
  ): Known<Rows<RowsByKind[K]>> {
    const rows = this.kinds[kind] ?? [];
    if ('kind' in rows) {
      return { known: false, problem: rows };
    }
    const items = (rows as readonly RowsByKind[K][]).filter(
      ({ namespace }) =>
        selection?.by !== 'namespace' || namespace === selection.value,
    );
    return {
      known: true,
      value: { items, observedAt: KUBE_AT, lost: this.lost },
    };
  }
  revision() {
    return 1;
  }
}

const observation: VolumeObservation = {
  handle: 'pvc-1',
  replicated: true,
  wantedCopies: 2,
  spreadBy: ZONE,
  resizing: false,
  quorum: { setting: 'on' },
  pools: [],
  replicas: ['m-1', 'm-2'].map((node, index) => ({
    node,
    kind: 'copy',
    votes: true,
    inUse: index === 0,
    disk: 'upToDate',
    silent: false,
    links: [
      {
        peer: index === 0 ? 'm-2' : 'm-1',
        state: 'connected',
        replication: 'established',
        raw: '',
      },
    ],
    raw: 'UpToDate',
  })),
};

class FakeBackend implements StorageBackend {
  readonly id = 'linstor';
  readonly provisioners = [DRIVER];
  answer: Known<Rows<VolumeObservation>> = {
    known: true,
    value: { items: [observation], observedAt: LINSTOR_AT },
  };
  start() {}
  observeVolumes() {
    return this.answer;
  }
  observeClasses() {
    const items = [{ name: 'lvm-thick-r2', domains: ['pdu-a', 'pdu-b'] }];
    return { known: true, value: { items, observedAt: LINSTOR_AT } } as const;
  }
  sources() {
    return [{ source: 'LINSTOR', observedAt: LINSTOR_AT } as const];
  }
}

const identity = {
  entityRef: 'component:default/shop',
  name: 'shop',
  kubernetesId: 'shop',
};
const place = {
  environment: 'prod',
  cluster: 'prod',
  namespace: 'shop-prod',
  production: true,
};
const target: ServiceTarget = {
  identity,
  owner: 'group:default/shop',
  restricted: false,
  environments: [place],
  branch: 'main',
  overlays: 'deploy/overlays',
};

function setUp() {
  const reader = new FakeReader();
  const backend = new FakeBackend();
  const service = new StorageService({
    readers: {
      all: [reader],
      get: cluster => (cluster === 'prod' ? reader : undefined),
    },
    backends: [backend],
    domainLabel: ZONE,
    simulated: true,
    now: () => new Date(NOW),
  });
  const only = () => {
    const reading = service.storage(target).environments[0]!.reading;
    return reading.ok && reading.value.volumes.known
      ? reading.value.volumes.value[0]!
      : undefined;
  };
  return { reader, backend, service, only };
}

const unreachable = { kind: 'unreachable', message: 'It is down.' } as const;

describe('StorageService', () => {
  it('joins claim, pod, node and storage system, as old as the oldest', () => {
    const { service } = setUp();
    const { environments, ...rest } = service.storage(target);
    expect(rest).toEqual({
      service: identity,
      verdict: {
        tone: 'warn',
        sentence:
          'prod: A network split could stop or split this volume. Losing one node now would still leave a full copy, but could pause writes.',
        detail: 'A third node with a vote would prevent that.',
      },
      simulated: true,
      answeredAt: NOW,
    });
    expect(environments).toMatchObject([
      {
        environment: 'prod',
        cluster: 'prod',
        reading: {
          ok: true,
          observedAt: LINSTOR_AT,
          value: {
            sources: [
              { source: 'Kubernetes', observedAt: KUBE_AT },
              { source: 'LINSTOR', observedAt: LINSTOR_AT },
            ],
            volumes: {
              known: true,
              value: [
                {
                  claim: 'data-shop-db-0',
                  namespace: 'shop-prod',
                  pods: ['shop-db-0'],
                  storageClass: 'lvm-thick-r2',
                  requestedBytes: 20,
                  state: 'no-tie-breaker',
                  replicas: [
                    { node: 'm-1', domain: 'pdu-a', inUse: true },
                    { node: 'm-2', domain: 'pdu-b', inUse: false },
                  ],
                },
              ],
            },
          },
        },
      },
    ]);
  });

  it('leaves the claims of other services out', () => {
    const { reader, only } = setUp();
    reader.kinds.claims = [claimRow({ kubernetesId: 'other', name: 'x' })];
    expect(only()).toBeUndefined();
  });

  it('also shows a claim without the label that a pod of the service mounts', () => {
    const { reader, only } = setUp();
    reader.kinds.claims = [claimRow({ kubernetesId: undefined })];
    expect(only()?.claim).toBe('data-shop-db-0');
  });

  it('falls back to what Kubernetes knows while the storage system is silent', () => {
    const { backend, only } = setUp();
    backend.answer = { known: false, problem: unreachable };
    expect(only()).toMatchObject({
      claim: 'data-shop-db-0',
      actualBytes: 20,
      state: 'controller-unreachable',
      status: { tone: 'unknown' },
      replicas: [],
    });
  });

  it('shows the last state of a storage system that went silent', () => {
    const { backend, only } = setUp();
    const since = '2026-11-22T14:28:00.000Z';
    backend.answer = {
      known: true,
      value: {
        items: [observation],
        observedAt: '2026-11-22T14:27:50.000Z',
        lost: { since, problem: unreachable },
      },
    };
    const view = only();
    expect(view).toMatchObject({ state: 'controller-unreachable' });
    expect(view?.verdict.sentence).toContain('has not answered for 3 min');
    expect(view?.replicas).toHaveLength(2);
  });

  it.each<[string, (set: ReturnType<typeof setUp>) => void, string]>([
    [
      'a volume that the storage system does not know',
      ({ backend }) => {
        const value = { items: [], observedAt: LINSTOR_AT };
        backend.answer = { known: true, value };
      },
      'not-reported',
    ],
    [
      'another driver',
      ({ reader }) => {
        const csi = { driver: 'nfs.csi.k8s.io', handle: 'x' };
        reader.kinds.volumes = [volumeRow({ csi })];
      },
      'not-linstor',
    ],
    [
      'volumes that may not be read',
      ({ reader }) => {
        const message = 'prod forbids reading volumes.';
        reader.kinds.volumes = { kind: 'forbidden', message };
      },
      'not-reported',
    ],
    [
      'a claim that waits for its pod',
      ({ reader }) => {
        reader.kinds.pods = [];
        reader.kinds.claims = [
          claimRow({ phase: 'Pending', volume: undefined }),
        ];
      },
      'pending-claim',
    ],
    [
      'a majority that was lost, as the taint says',
      ({ reader }) => {
        const taint = {
          key: 'drbd.linbit.com/lost-quorum',
          effect: 'NoSchedule',
        };
        reader.kinds.nodes = [nodeRow('m-1', 'pdu-a', [taint])];
      },
      'quorum-lost',
    ],
  ])('recognises %s', (_, change, state) => {
    const set = setUp();
    change(set);
    expect(set.only()?.state).toBe(state);
  });

  it('keeps a forbidden kind and a silent cluster apart', () => {
    const { reader, service } = setUp();
    reader.kinds.claims = { kind: 'forbidden', message: 'No right.' };
    expect(service.storage(target).environments[0]?.reading).toMatchObject({
      ok: true,
      value: { volumes: { known: false, problem: { kind: 'forbidden' } } },
    });
    reader.kinds.claims = unreachable;
    expect(service.storage(target).environments[0]?.reading).toEqual({
      cluster: 'prod',
      ok: false,
      problem: unreachable,
    });
  });

  it('names a cluster that nobody configured', () => {
    const { service } = setUp();
    const elsewhere = { ...place, cluster: 'lab' };
    const answer = service.storage({ ...target, environments: [elsewhere] });
    expect(answer.environments[0]?.reading).toMatchObject({
      ok: false,
      problem: {
        message: 'Backstage is not connected to a cluster named lab.',
      },
    });
    expect(answer.verdict.tone).toBe('unknown');
  });

  it('gives the overview its line and the rules their classes', () => {
    const { service } = setUp();
    expect(service.summary(place, target)).toEqual({
      known: true,
      value: {
        tone: 'warn',
        value: '2 of 2 copies current',
        note: 'No tie-breaker',
      },
    });
    expect(service.classes('prod')).toEqual({
      known: true,
      value: {
        items: [{ name: 'lvm-thick-r2', domains: ['pdu-a', 'pdu-b'] }],
        observedAt: LINSTOR_AT,
      },
    });
    expect(service.classes('lab').known).toBe(false);
  });
});
