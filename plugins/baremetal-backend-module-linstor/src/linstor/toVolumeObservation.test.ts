import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  assessVolume,
  observedSince,
  type VolumeObservation,
} from '@baremetal/backstage-plugin-baremetal-common';
import { poolsBody, resourcesBody } from './schemas';
import {
  parseHandle,
  toVolumeObservation,
  type ControllerState,
} from './toVolumeObservation';

const NOW = new Date('2026-11-22T14:31:00Z');
const TEN_MINUTES_AGO = '2026-11-22T14:21:00Z';

function fixture(name: string): unknown {
  return JSON.parse(
    readFileSync(join(__dirname, '../__fixtures__', name), 'utf8'),
  );
}

function observe(name: string, state?: Partial<ControllerState>) {
  const resources = resourcesBody.parse(
    fixture(`view-resources__${name}.json`),
  );
  const volume = toVolumeObservation(resources[0]!.name, {
    resources,
    definitions: [],
    groups: [],
    nodes: [],
    pools: [],
    ...state,
  });
  return volume!;
}

function idsOf(
  volume: VolumeObservation,
  seenSince: string = TEN_MINUTES_AGO,
): string[] {
  return assessVolume({
    claim: {
      name: 'data',
      phase: 'Bound',
      waitsForConsumer: true,
      sharedBlock: false,
    },
    knowledge: {
      state: 'observed',
      volume: observedSince(undefined, volume, seenSince),
    },
    domains: {},
    now: NOW,
  }).map(({ id }) => id);
}

describe('toVolumeObservation', () => {
  it.each<[string, string[]]>([
    ['r2-healthy-tiebreaker', ['healthy']],
    ['r3-healthy', ['healthy']],
    ['r1-single', ['healthy']],
    ['storage-only-no-drbd', ['healthy']],
    ['r2-isolated-primary-quorum-lost', ['quorum-lost', 'disconnected']],
    ['r2-no-data-all-outdated', ['no-access', 'outdated']],
    ['r2-standalone-possible-split-brain', ['diverged']],
    ['r2-one-side-standalone', ['standalone-peer', 'outdated', 'disconnected']],
    ['r2-disk-failed-detached', ['disk-failed']],
    ['r2-resync-stuck-inconsistent', ['resync-stalled']],
    ['r2-satellite-offline', ['satellite-offline', 'disconnected']],
    ['r2-no-tiebreaker', ['no-tie-breaker']],
    ['consistency-group-2-volumes', ['no-tie-breaker']],
    ['r2-diskless-client-in-use', ['remote-attached']],
    ['r2-resizing', ['resize-pending']],
  ])('%s means %j', (name, ids) => {
    expect(idsOf(observe(name))).toEqual(ids);
  });

  // What moves does not stay as it is for ten minutes: these are looked at for the first time.
  it.each<[string, string[]]>([
    ['r2-resync-45pct', ['resync']],
    ['r2-peer-outdated-node-returning', ['resync', 'outdated']],
    ['r2-evacuating', ['resync', 'node-leaving']],
    ['r2-resync-stuck-inconsistent', ['resync']],
  ])('%s means %j at the first look', (name, ids) => {
    expect(idsOf(observe(name), NOW.toISOString())).toEqual(ids);
  });

  it('reads the percent in every locale', () => {
    const percentOf = (name: string) =>
      observe(name).replicas.find(({ disk }) => disk === 'syncing')?.percent;
    expect(percentOf('r2-resync-45pct')).toBe(45.32);
    expect(percentOf('r2-evacuating')).toBe(3.1);
  });

  it('drops every secret at parse', () => {
    const names = [
      'r2-healthy-tiebreaker',
      'r2-resync-45pct',
      'r2-satellite-offline',
      'r2-evacuating',
    ];
    for (const name of names) {
      const file = `view-resources__${name}.json`;
      expect(JSON.stringify(fixture(file))).toContain('REDACT-ME');
      const parsed = resourcesBody.parse(fixture(file));
      expect(JSON.stringify(parsed)).not.toContain('REDACT-ME');
      expect(JSON.stringify(observe(name))).not.toContain('REDACT-ME');
    }
  });

  it('takes the room of an offline pool for unknown, and drops the diskless one', () => {
    const pools = poolsBody.parse(fixture('view-storage-pools__mixed.json'));
    expect(pools.map(pool => pool.provider_kind)).not.toContain('DISKLESS');
    expect(observe('r2-healthy-tiebreaker', { pools }).pools).toEqual([
      {
        node: 'worker-1',
        name: 'lvm-thick',
        thin: false,
        snapshots: false,
        freeBytes: 524288000 * 1024,
        totalBytes: 1048576000 * 1024,
      },
      {
        node: 'worker-2',
        name: 'lvm-thick',
        thin: false,
        snapshots: false,
        freeBytes: undefined,
        totalBytes: undefined,
      },
    ]);
  });

  it('knows the second volume of a group by its number', () => {
    expect(parseHandle('cg-1/1')).toEqual({ resource: 'cg-1', number: 1 });
    expect(parseHandle('pvc-1')).toEqual({ resource: 'pvc-1', number: 0 });
  });

  it('says nothing of a volume that the controller does not know', () => {
    const nothing = { definitions: [], groups: [], nodes: [], pools: [] };
    expect(
      toVolumeObservation('pvc-2', { resources: [], ...nothing }),
    ).toBeUndefined();
  });

  it('joins intent, domains and size', () => {
    const zone = 'topology.kubernetes.io/zone';
    const node = (name: string, domain: string) => ({
      name,
      connection_status: 'ONLINE',
      flags: [],
      props: { [`Aux/topology/${zone}`]: domain },
    });
    const volume = observe('r2-healthy-tiebreaker', {
      definitions: [
        {
          name: 'PVC-1',
          resource_group_name: 'lvm-thick-r2',
          props: { 'DrbdOptions/Resource/quorum': 'majority' },
          volume_definitions: [
            { volume_number: 0, size_kib: 1024, flags: ['RESIZE'] },
          ],
        },
      ],
      groups: [
        {
          name: 'lvm-thick-r2',
          select_filter: {
            place_count: 2,
            replicas_on_different: [`Aux/topology/${zone}`],
            storage_pool_list: [],
          },
        },
      ],
      nodes: [
        node('worker-1', 'pdu-a'),
        node('worker-2', 'pdu-a'),
        node('worker-3', 'pdu-c'),
      ],
    });
    expect(volume).toMatchObject({
      wantedCopies: 2,
      spreadBy: zone,
      sizeBytes: 1024 * 1024,
      resizing: true,
      quorum: { setting: 'on' },
    });
    expect(volume.replicas.map(({ domain }) => domain)).toEqual([
      'pdu-a',
      'pdu-a',
      'pdu-c',
    ]);
    expect(idsOf(volume)).toEqual(['same-domain', 'resize-pending']);
  });
});
