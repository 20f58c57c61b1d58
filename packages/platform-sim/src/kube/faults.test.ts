import { PlatformClock } from '../clock';
import { createCertificates } from '../tls/certificates';
import { assertStatus, call, watch } from './contract/contractClient';
import { KINDS } from './kinds';
import { SimulatedCluster } from './SimulatedCluster';

const PODS = '/api/v1/pods';

describe('a broken API server', () => {
  let cluster: SimulatedCluster;

  beforeAll(async () => {
    cluster = await SimulatedCluster.start({
      name: 'dev',
      clock: PlatformClock.create(Date.now()),
      certificates: createCertificates(Date.now()),
    });
  });

  afterEach(() => cluster.faults.setServer({ kind: 'none' }));
  afterAll(() => cluster.stop());

  it.each([429, 500, 503] as const)('answers %d to everything', async code => {
    cluster.faults.setServer({ kind: 'answers', code });
    const answer = await call(cluster.access, PODS);
    expect(answer.body).toMatchObject({
      kind: 'Status',
      status: 'Failure',
      code,
    });
  });

  it('cuts connections', async () => {
    cluster.faults.setServer({ kind: 'resets' });
    await expect(call(cluster.access, PODS)).rejects.toThrow(
      /socket|ECONNRESET/i,
    );
  });

  it('refuses one kind to the product alone', async () => {
    cluster.faults.deny('pods');
    const { readerToken } = cluster.access;
    const refused = await call(cluster.access, PODS, { token: readerToken });
    expect(() =>
      assertStatus(refused, { code: 403, reason: 'Forbidden' }),
    ).not.toThrow();
    expect((await call(cluster.access, PODS)).code).toBe(200);
    cluster.faults.allow('pods');
    expect(
      (await call(cluster.access, PODS, { token: readerToken })).code,
    ).toBe(200);
  });

  it('does not know a group that is not installed', async () => {
    const path = '/apis/argoproj.io/v1alpha1/rollouts';
    cluster.faults.uninstall('argoproj.io');
    expect((await call(cluster.access, path)).code).toBe(404);
    const { body } = await call(cluster.access, '/apis');
    expect(body.groups.map(({ name }: { name: string }) => name)).not.toContain(
      'argoproj.io',
    );
    cluster.faults.install('argoproj.io');
    expect((await call(cluster.access, path)).code).toBe(200);
  });

  it('says nothing while it hangs, and ends its watches when it comes back', async () => {
    let heard: readonly unknown[] = [];
    const stream = watch(cluster.access, `${PODS}?watch=1`, {
      enough: events => {
        heard = events;
        return false;
      },
      onOpen: async () => {
        cluster.faults.setServer({ kind: 'hangs' });
        cluster.objects.create(KINDS.pods, {
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: { name: 'unheard', namespace: 'default' },
          spec: { containers: [] },
        });
        cluster.faults.setServer({ kind: 'none' });
      },
    });
    await expect(stream).rejects.toThrow(/aborted|hang up|ECONNRESET/);
    expect(heard).toEqual([]);
  });

  it('keeps its objects and versions when it is killed and started again', async () => {
    const before = await call(cluster.access, '/api/v1/namespaces');
    await cluster.server.kill();
    await expect(call(cluster.access, PODS)).rejects.toThrow(
      /ECONNREFUSED|hang up/,
    );
    await cluster.server.restart();
    const after = await call(cluster.access, '/api/v1/namespaces');
    expect(after.body).toEqual(before.body);
  });

  it('answers 410 for versions and pages from before a compaction', async () => {
    const page = await call(cluster.access, '/api/v1/namespaces?limit=1');
    cluster.objects.create(KINDS.namespaces, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'later' },
    });
    cluster.objects.store.compact();
    const { resourceVersion, continue: token } = page.body.metadata;
    const next = await call(
      cluster.access,
      `/api/v1/namespaces?limit=1&continue=${encodeURIComponent(token)}`,
    );
    expect(next.body).toMatchObject({ code: 410, reason: 'Expired' });
    const { events } = await watch(
      cluster.access,
      `/api/v1/namespaces?watch=1&resourceVersion=${resourceVersion}`,
      { enough: seen => seen.length > 0 },
    );
    expect(events[0]).toMatchObject({ type: 'ERROR', object: { code: 410 } });
  });
});
