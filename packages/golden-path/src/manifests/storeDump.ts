import type {
  BackupFacts,
  PlatformFacts,
  SecretStoreFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { keepsStore } from '../spec/data';
import type { ServiceSpec } from '../spec/serviceSpec';
import { dumpPolicies, dumpSecret } from './dump/dumpAccess';
import { dumpCronJob, dumpPatch } from './dump/dumpCronJob';
import { nameOf } from './metadata';
import type { Named, PatchFile } from './named';
import type { EnvironmentAnswers } from './resources';
import { serviceAccount } from './serviceAccount';
import { upkeepAlert } from './upkeepJob';

/**
 * A nightly dump of the store to object storage, when the platform has one.
 *
 * Copies of a volume and its snapshots lie in the same pools: they survive a node, not the loss of the cluster, and a
 * table that was dropped is dropped in all copies at once. A dump is the copy that can be read elsewhere.
 */
export function dumpObjects(
  spec: ServiceSpec,
  platform: PlatformFacts,
): Named[] {
  const facts = dumpFacts(spec, platform);
  if (facts === undefined) return [];
  const { backup, secretStore } = facts;
  return [
    ['store-dump-serviceaccount', serviceAccount(spec.name, 'dump')],
    ['store-dump-externalsecret', dumpSecret(spec, backup, secretStore)],
    ...dumpPolicies(spec, backup),
    ['store-dump-cronjob', dumpCronJob(spec, backup, platform)],
    [
      'store-dump-prometheusrule',
      upkeepAlert(
        spec,
        'dump',
        `Last night's dump of the database of ${spec.name} did not reach the object storage.`,
      ),
    ],
  ];
}

export function dumpPatches(
  spec: ServiceSpec,
  environment: EnvironmentAnswers,
  platform: PlatformFacts,
): PatchFile[] {
  const facts = dumpFacts(spec, platform);
  if (facts === undefined) return [];
  return [
    {
      file: 'patch-store-dump.yaml',
      target: {
        group: 'batch',
        version: 'v1',
        kind: 'CronJob',
        name: nameOf(spec.name, 'dump'),
      },
      operations: dumpPatch(spec, environment, facts.backup),
    },
  ];
}

/** Whether there is something to dump, somewhere to put it, and keys to open that. */
export function dumpFacts(
  spec: Pick<ServiceSpec, 'data'>,
  { backup, secretStore }: Pick<PlatformFacts, 'backup' | 'secretStore'>,
): { backup: BackupFacts; secretStore: SecretStoreFacts } | undefined {
  return keepsStore(spec) && backup && secretStore
    ? { backup, secretStore }
    : undefined;
}
