import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { takesSnapshots } from '../../spec/data';
import type { ServiceSpec } from '../../spec/serviceSpec';
import type { Named } from '../named';
import { serviceAccount } from '../serviceAccount';
import { upkeepAlert } from '../upkeepJob';
import {
  snapshotPolicy,
  snapshotRole,
  snapshotRoleBinding,
} from './snapshotAccess';
import { snapshotCronJob, snapshotScript } from './snapshotCronJob';

/**
 * Snapshots by schedule of every claim that outlives its pod: CSI `VolumeSnapshot`s, made and removed by a CronJob that
 * may do nothing else.
 *
 * @remarks LINSTOR can take snapshots by itself, by properties of a class's resource group. We do not use that: it
 * would hold for all services on the class, a changed property of a group that exists makes provisioning fail, and its
 * snapshots are no Kubernetes objects, so no claim could be restored from them by name.
 */
export function snapshotObjects(
  spec: ServiceSpec,
  platform: PlatformFacts,
): Named[] {
  const { snapshots } = spec;
  if (snapshots === undefined || !takesSnapshots(spec)) return [];
  return [
    ['snapshots-serviceaccount', serviceAccount(spec.name, 'snapshots')],
    ['snapshots-role', snapshotRole(spec)],
    ['snapshots-rolebinding', snapshotRoleBinding(spec)],
    ['snapshots-networkpolicy', snapshotPolicy(spec)],
    ['snapshots-script', snapshotScript(spec)],
    ['snapshots-cronjob', snapshotCronJob(spec, snapshots, platform)],
    [
      'snapshots-prometheusrule',
      upkeepAlert(
        spec,
        'snapshots',
        `The last snapshots of ${spec.name} were not taken, so a restore would lose more than it should.`,
      ),
    ],
  ];
}
