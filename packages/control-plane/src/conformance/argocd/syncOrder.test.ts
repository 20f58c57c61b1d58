import type { Manifest } from '@baremetal/golden-path';
import { expectSyncOrder, type SyncedResource } from './syncOrder';

const object = (kind: string, wave: string, hook?: string): Manifest => ({
  apiVersion: 'v1',
  kind,
  metadata: {
    name: 'orders',
    annotations: {
      'argocd.argoproj.io/sync-wave': wave,
      ...(hook && { 'argocd.argoproj.io/hook': hook }),
    },
  },
});

const synced = (kind: string): SyncedResource => ({
  kind,
  name: 'orders',
  status: 'Synced',
  syncPhase: 'Sync',
  hookPhase: 'Running',
});

const hooked = (hookPhase: string): SyncedResource => ({
  kind: 'Job',
  name: 'orders',
  syncPhase: 'PreSync',
  hookPhase,
  message: 'it said so',
});

const OBJECTS = [
  object('Rollout', '10'),
  object('ConfigMap', '0'),
  object('ServiceAccount', '-2'),
  object('Job', '5', 'PreSync'),
];

describe('expectSyncOrder', () => {
  it('takes hooks first and then wave by wave, beside what Argo CD adds itself', () => {
    expect(() =>
      expectSyncOrder(
        [
          { ...synced('Namespace'), syncPhase: 'PreSync' },
          hooked('Succeeded'),
          synced('ServiceAccount'),
          synced('ConfigMap'),
          synced('Rollout'),
        ],
        OBJECTS,
      ),
    ).not.toThrow();
  });

  it.each<[string, SyncedResource[], RegExp]>([
    [
      'a later wave that came earlier',
      [
        hooked('Succeeded'),
        synced('ServiceAccount'),
        synced('Rollout'),
        synced('ConfigMap'),
      ],
      /applied Rollout\/orders of wave 10 in Sync before ConfigMap\/orders of wave 0/,
    ],
    [
      'a hook that came after what it is before',
      [
        synced('ServiceAccount'),
        hooked('Succeeded'),
        synced('ConfigMap'),
        synced('Rollout'),
      ],
      /applied ServiceAccount\/orders of wave -2 in Sync before Job\/orders of wave 5 in PreSync/,
    ],
    [
      'a hook that failed',
      [
        hooked('Failed'),
        synced('ServiceAccount'),
        synced('ConfigMap'),
        synced('Rollout'),
      ],
      /Job\/orders of wave 5 in PreSync: {2}Failed it said so/,
    ],
    [
      'an object that was left out',
      [hooked('Succeeded'), synced('ServiceAccount'), synced('ConfigMap')],
      /Rollout\/orders is not in the result/,
    ],
    [
      'an object that was refused',
      [
        hooked('Succeeded'),
        synced('ServiceAccount'),
        synced('ConfigMap'),
        { ...synced('Rollout'), status: 'SyncFailed', message: 'no' },
      ],
      /Rollout\/orders of wave 10 in Sync: SyncFailed Running no/,
    ],
  ])('does not take %s', (_, results, reason) => {
    expect(() => expectSyncOrder(results, OBJECTS)).toThrow(reason);
  });
});
