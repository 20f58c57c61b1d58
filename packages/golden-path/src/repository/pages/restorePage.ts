import { nameOf } from '../../manifests/metadata';
import { databaseOf } from '../../spec/data';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { commandsAreFor, exampleNamespace } from '../environments';
import { blocks, code, command, commands, list } from '../markdown';
import { type Documented, type Page, WRITTEN_AGAIN } from '../page';
import { restoreSteps } from '../restoreSteps';

/** What there is to restore from, and how it is done. */
export function restorePage(service: Documented): Page {
  const { spec, platform } = service;
  const snapshots = snapshotsOf(service);
  return {
    file: 'restore.md',
    title: 'How data comes back',
    text: blocks(
      'Copies save the data when a node or a disk dies. They do not save it from a wrong command: every copy obeys it.',
      '## What is kept',
      list(kept(service)),
      (snapshots || spec.data.shape === 'storeBeside') &&
        commandsAreFor(spec, platform),
      snapshots &&
        blocks(
          '## From a snapshot',
          'A snapshot becomes a new claim in the place of the old one. What was written since is lost.',
          spec.data.shape === 'ownFiles' &&
            'Each claim has snapshots of its own: what follows for the first one is done for each that is to come back.',
          restoreSteps(service),
        ),
      spec.data.shape === 'storeBeside' && byDump(service),
      '## Try it',
      'A way back that was never walked is a guess. Walk it in the first environment, twice a year, and write in the ' +
        '[runbook](runbook.md) how long it took.',
      WRITTEN_AGAIN,
    ),
  };
}

function snapshotsOf({ spec, objects }: Documented): ServiceSpec['snapshots'] {
  return objects.has('snapshots-cronjob.yaml') ? spec.snapshots : undefined;
}

function kept(service: Documented): string[] {
  const { spec, platform, objects } = service;
  const snapshots = snapshotsOf(service);
  const dump = objects.get('store-dump-cronjob.yaml');
  return [
    snapshots
      ? `A snapshot of each claim at ${code(
          snapshots.schedule,
        )} (UTC), the newest ${snapshots.keep} of them, by the CronJob ${code(
          nameOf(spec.name, 'snapshots'),
        )}. They lie on the same disks as the claim, and after ${
          snapshots.keep
        } more runs none is left from before a mistake.`
      : 'No snapshots by schedule: the answers ask for none.',
    ...withoutSnapshots(spec, platform.storageClasses),
    ...(dump && platform.backup
      ? [
          `A dump of the database at ${code(
            String((dump.spec as { schedule: string }).schedule),
          )} (UTC), by the CronJob ${code(
            dump.metadata.name,
          )}, in the bucket ${code(platform.backup.bucket)} below ${code(
            `services/${spec.name}/<environment>`,
          )}.`,
        ]
      : []),
  ];
}

function withoutSnapshots(
  spec: ServiceSpec,
  classes: Documented['platform']['storageClasses'],
): string[] {
  const names = new Set(
    spec.environments.flatMap(({ storageClass }) => storageClass ?? []),
  );
  return classes
    .filter(({ name, snapshots }) => names.has(name) && !snapshots)
    .map(({ name }) => `The class ${code(name)} takes no snapshots.`);
}

function byDump(service: Documented): string {
  const { spec, platform } = service;
  const pod = `${nameOf(spec.name, 'store')}-0`;
  const database = databaseOf(spec) ?? spec.name;
  const inside = (...words: string[]) =>
    command(
      ...['kubectl', 'exec', '-i', pod, '-n'],
      ...[exampleNamespace(spec, platform), '--', ...words],
    );
  return blocks(
    '## By a dump',
    'A dump is made and read while the database runs. The second command replaces what the database holds.',
    commands(
      `${inside('pg_dump', '-U', database, '-d', database, '-Fc')} > ${
        spec.name
      }.dump`,
      `${inside(
        ...['pg_restore', '-U', database, '-d', database],
        ...['--clean', '--if-exists', '--single-transaction'],
      )} < ${spec.name}.dump`,
    ),
  );
}
