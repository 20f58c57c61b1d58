import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { environments, PLATFORM, specOf } from '../../rules/goodAnswers';
import { planService } from '../../plan';
import { SNAPSHOT_FILE, SNAPSHOT_SCRIPT } from './snapshotScript';

const run = promisify(execFile);

const SPEC = specOf({
  data: { shape: 'storeBeside' },
  snapshots: { schedule: '0 2 * * *', keep: 3 },
  environments: environments({ storageClass: 'lvm-thin', size: '10Gi' }),
});

describe('snapshots', () => {
  const plan = planService(SPEC, {
    ...PLATFORM,
    secretStore: { kind: 'ClusterSecretStore', name: 'vault' },
  });
  const find = (kind: string): any =>
    plan.environments
      .find(({ environment }) => environment === 'prod')
      ?.objects.find(
        object =>
          object.kind === kind &&
          object.metadata.name.startsWith('orders-snapshots'),
      );

  it('are refused by no rule', () => {
    expect(plan.findings).toEqual([]);
  });

  it('are not asked for unless answered', () => {
    const { files } = planService({ ...SPEC, snapshots: undefined }, PLATFORM);
    expect([...files.keys()].filter(path => /snapshots/.test(path))).toEqual(
      [],
    );
  });

  it('may be made and removed, and nothing else', () => {
    expect(find('Role').rules).toEqual([
      {
        apiGroups: [''],
        resources: ['persistentvolumeclaims'],
        verbs: ['list'],
      },
      {
        apiGroups: ['snapshot.storage.k8s.io'],
        resources: ['volumesnapshots'],
        verbs: ['get', 'list', 'create', 'delete'],
      },
    ]);
    expect(find('RoleBinding').subjects).toEqual([
      {
        kind: 'ServiceAccount',
        name: 'orders-snapshots',
        namespace: 'orders-prod',
      },
    ]);
  });

  it('are taken by a pod that nobody sends requests to', () => {
    const { template } = find('CronJob').spec.jobTemplate.spec;
    const service: any = plan.environments[0]?.objects.find(
      ({ kind, metadata }) => kind === 'Service' && metadata.name === 'orders',
    );
    expect(template.metadata.labels).not.toMatchObject(service.spec.selector);
    expect(template.spec.containers[0].image).toMatch(
      /^docker\.io\/library\/node:24\./,
    );
  });
});

interface Snapshot {
  metadata: { name: string; creationTimestamp: string; labels?: unknown };
  spec: { source: { persistentVolumeClaimName: string } };
  status?: { readyToUse: boolean };
}

const old = (claim: string, day: number, readyToUse = true): Snapshot => ({
  metadata: {
    name: `${claim}-${day}`,
    creationTimestamp: `2026-11-${String(day).padStart(2, '0')}T02:00:00Z`,
  },
  spec: { source: { persistentVolumeClaimName: claim } },
  status: { readyToUse },
});

describe('the script', () => {
  let server: Server;
  let snapshots: Snapshot[];
  let becomesReady: boolean;
  let most: number;

  const CLAIMS = [
    { metadata: { name: 'data-0' }, status: { phase: 'Bound' } },
    { metadata: { name: 'data-1' }, status: { phase: 'Pending' } },
    {
      metadata: { name: 'pod-scratch', ownerReferences: [{ kind: 'Pod' }] },
      status: { phase: 'Bound' },
    },
  ];

  beforeEach(async () => {
    snapshots = [];
    becomesReady = true;
    most = 0;
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', chunk => chunks.push(chunk));
      request.on('end', () => {
        const answer = respond(
          request.method ?? '',
          new URL(request.url ?? '', 'http://api'),
          Buffer.concat(chunks).toString(),
        );
        response.statusCode = answer === undefined ? 404 : 200;
        response.end(JSON.stringify(answer ?? { kind: 'Status' }));
      });
    });
    await new Promise<void>(done => {
      server.listen(0, '127.0.0.1', done);
    });
  });

  afterEach(() => {
    server.close();
  });

  function respond(method: string, url: URL, body: string): unknown {
    const name = url.pathname.split('/volumesnapshots/')[1];
    if (url.pathname.endsWith('/persistentvolumeclaims')) {
      return { items: CLAIMS };
    }
    if (method === 'POST') {
      const made = JSON.parse(body);
      made.metadata.creationTimestamp = '2026-11-28T02:00:00Z';
      made.status = { readyToUse: becomesReady };
      snapshots.push(made);
      most = Math.max(most, snapshots.length);
      return made;
    }
    if (method === 'DELETE') {
      snapshots = snapshots.filter(each => each.metadata.name !== name);
      return {};
    }
    return name === undefined
      ? { items: snapshots }
      : snapshots.find(each => each.metadata.name === name);
  }

  async function take(keep: number) {
    const folder = mkdtempSync(join(tmpdir(), 'snapshots-'));
    writeFileSync(join(folder, SNAPSHOT_FILE), SNAPSHOT_SCRIPT);
    writeFileSync(join(folder, 'token'), 'token\n');
    return run(process.execPath, [join(folder, SNAPSHOT_FILE)], {
      env: {
        API: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        ACCOUNT: folder,
        NAMESPACE: 'orders-prod',
        CLAIMS: 'a=b',
        SNAPSHOTS: 'a=b',
        LABELS: '{"a":"b"}',
        KEEP: String(keep),
        WAIT_SECONDS: '0',
      },
    });
  }

  const left = () => snapshots.map(({ metadata }) => metadata.name);

  it('takes one of each bound claim, and keeps the newest', async () => {
    snapshots = [1, 2, 3, 4, 5].map(day => old('data-0', day));
    await take(3);
    expect(left()).toEqual([
      'data-0-4',
      'data-0-5',
      expect.stringMatching(/^data-0-\d{12}$/),
    ]);
    expect(snapshots[2]?.metadata.labels).toEqual({ a: 'b' });
    expect(most).toBe(3);
  });

  it('never removes the only one before the next one can be used', async () => {
    snapshots = [old('data-0', 1)];
    becomesReady = false;
    await expect(take(1)).rejects.toThrow(/cannot be used: not ready in time/);
    expect(left()).toContain('data-0-1');
  });

  it('removes what failed before, and nothing of other claims', async () => {
    snapshots = [old('data-0', 1, false), old('data-0', 2), old('other', 1)];
    await take(2);
    expect(left()).toEqual([
      'data-0-2',
      'other-1',
      expect.stringMatching(/^data-0-\d{12}$/),
    ]);
  });
});
