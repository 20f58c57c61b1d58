import type { RunningStorage, StorageOptions } from './ports';
import { startStorage } from './startStorage';

const GIB = 1024 ** 3;
const pools = [
  { name: 'lvm-thick', kind: 'LVM' as const, totalBytes: 100 * GIB },
  { name: 'lvm-thin', kind: 'LVM_THIN' as const, totalBytes: 50 * GIB },
];
const node = (name: string, domain: string) => ({ name, domain, pools });

let now = Date.parse('2026-11-22T14:00:00Z');
let storage: RunningStorage;

async function start(options: Partial<StorageOptions> = {}) {
  storage = await startStorage({
    cluster: 'prod',
    nodes: [node('m-1', 'pdu-a'), node('m-2', 'pdu-b'), node('m-3', 'pdu-c')],
    classes: [
      { name: 'lvm-thick-r2', pool: 'lvm-thick', copies: 2 },
      { name: 'lvm-thick-r3', pool: 'lvm-thick', copies: 3 },
      { name: 'lvm-thin', pool: 'lvm-thin', copies: 2 },
    ],
    now: () => now,
    ...options,
  });
}

async function get(path: string, init?: RequestInit): Promise<any> {
  const response = await fetch(`${storage.url}${path}`, init);
  return response.json();
}

const claim = { namespace: 'checkout-prod', name: 'data' };
const createVolume = (className: string, extra = {}) =>
  storage.provisioner.createVolume({
    handle: 'pvc-1',
    className,
    sizeBytes: 20 * GIB,
    claim,
    ...extra,
  });

/** Disk words and flags per node, as a reader of the API sees them. */
async function members(): Promise<Record<string, string>> {
  const resources = await get('/v1/view/resources?resources=PVC-1');
  return Object.fromEntries(
    resources.map((resource: any) => [
      resource.node_name,
      [
        resource.volumes[0].state?.disk_state ?? 'silent',
        ...(resource.flags ?? []).slice(-1),
        ...(resource.state?.in_use ? ['in use'] : []),
      ].join(' '),
    ]),
  );
}

describe('startStorage', () => {
  beforeEach(() => start());
  afterEach(() => storage.stop());

  it('places copies in different domains, the pod first, and a tie-breaker', async () => {
    const { nodes } = createVolume('lvm-thick-r2', { podNode: 'm-3' });
    storage.provisioner.attach('pvc-1', 'm-3');
    expect(nodes).toEqual(['m-3', 'm-1']);
    expect(await members()).toEqual({
      'm-3': 'UpToDate in use',
      'm-1': 'UpToDate',
      'm-2': 'Diskless TIE_BREAKER',
    });
  });

  it('refuses what does not fit, in words', () => {
    expect(() =>
      createVolume('lvm-thick-r3', { sizeBytes: 101 * GIB }),
    ).toThrow(
      '3 copies of 108447924224 bytes in pool lvm-thick need 3 domains with room, and there are 0',
    );
    expect(() => createVolume('gold')).toThrow(
      'Resource group gold does not exist',
    );
  });

  it('lets a copy catch up as time passes', async () => {
    createVolume('lvm-thick-r3');
    storage.controls.startResync('pvc-1', 'm-2', { percent: 45, seconds: 100 });
    expect((await members())['m-2']).toBe('SyncTarget(45.00%)');
    now += 10_000;
    expect((await members())['m-2']).toBe('SyncTarget(55.00%)');
    const source = await get('/v1/view/resources?resources=pvc-1');
    expect(source[0].volumes[0].state.replication_states['m-2']).toEqual({
      replication_state: 'SyncSource',
      done_percentage: 55,
    });
    now += 50_000;
    expect((await members())['m-2']).toBe('UpToDate');
  });

  it('falls silent with a node, and catches up when it is back', async () => {
    createVolume('lvm-thick-r2', { podNode: 'm-1' });
    storage.provisioner.nodePower('m-2', false);
    expect((await members())['m-2']).toBe('silent');
    const [first] = await get('/v1/view/resources?resources=pvc-1');
    expect(first.layer_object.drbd.connections['m-2'].message).toBe(
      'Connecting',
    );
    const nodes = await get('/v1/nodes');
    expect(nodes.map((item: any) => item.connection_status)).toEqual([
      'ONLINE',
      'OFFLINE',
      'ONLINE',
    ]);
    storage.provisioner.nodePower('m-2', true);
    expect((await members())['m-2']).toBe('SyncTarget(92.00%)');
  });

  it('detaches a failed disk and loses quorum with the links', async () => {
    createVolume('lvm-thick-r2', { podNode: 'm-1' });
    storage.provisioner.attach('pvc-1', 'm-1');
    storage.controls.failDisk('pvc-1', 'm-2');
    expect((await members())['m-2']).toBe('Diskless');
    storage.controls.cutLink('pvc-1', ['m-1', 'm-2'], 'Connecting');
    storage.controls.cutLink('pvc-1', ['m-1', 'm-3'], 'Connecting');
    const suspended = storage
      .series()
      .filter(({ name }) => name === 'drbd_resource_suspended');
    expect(suspended.map(({ labels, value }) => [labels.node, value])).toEqual([
      ['m-1', 1],
      ['m-2', 0],
      ['m-3', 0],
    ]);
  });

  it('turns the tie-breaker into a client while a pod runs there', async () => {
    createVolume('lvm-thick-r2', { podNode: 'm-1' });
    storage.provisioner.attach('pvc-1', 'm-3');
    expect((await members())['m-3']).toBe('Diskless DRBD_DISKLESS in use');
    storage.provisioner.detach('pvc-1', 'm-3');
    expect((await members())['m-3']).toBe('Diskless TIE_BREAKER');
  });

  it('says how large a claim may be', async () => {
    createVolume('lvm-thick-r2', { podNode: 'm-1' });
    const ask = (group: string) =>
      get(`/v1/resource-groups/${group}/query-size-info`, { method: 'POST' });
    const thick = await ask('lvm-thick-r3');
    expect(thick.space_info.max_vlm_size_in_kib * 1024).toBe(80 * GIB);
    const thin = await ask('lvm-thin');
    expect(thin.space_info.max_vlm_size_in_kib * 1024).toBe(100 * GIB);
  });

  it('knows only what a reader may ask', async () => {
    const response = await fetch(`${storage.url}/v1/nodes/m-1`, {
      method: 'DELETE',
    });
    expect(response.status).toBe(404);
  });

  it('asks for its token and can fail', async () => {
    await storage.stop();
    await start({ token: 'secret' });
    expect((await fetch(`${storage.url}/v1/nodes`)).status).toBe(401);
    const headers = { authorization: 'Bearer secret' };
    expect((await fetch(`${storage.url}/v1/nodes`, { headers })).status).toBe(
      200,
    );
    storage.controls.setController('failing');
    expect((await fetch(`${storage.url}/v1/nodes`, { headers })).status).toBe(
      503,
    );
  });
});
