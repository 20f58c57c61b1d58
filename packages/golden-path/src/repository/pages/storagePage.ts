import { OVERLAYS, STORE } from '../../constants';
import { settingFile } from '../../packaging/places';
import { databaseOf, keepsLastingData } from '../../spec/data';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { claimOwnerOf, describedClaims, firstClaimOf } from '../claims';
import { commandsAreFor, exampleNamespace } from '../environments';
import { blocks, code, command, commands, steps, table } from '../markdown';
import { type Documented, type Page, WRITTEN_AGAIN } from '../page';

/** Where the data lies, what a dead node does to it, and how it gets more room. */
export function storagePage(service: Documented): Page {
  const { spec } = service;
  return {
    file: 'storage.md',
    title: 'Where its data lies',
    text: blocks(
      whatIsKept(spec),
      table(
        ['claim', 'mounted at', 'size', 'class'],
        describedClaims(spec).map(claim => [
          code(claim.name),
          code(claim.mountPath),
          claim.size ? code(claim.size) : "the environment's",
          claim.storageClass ? code(claim.storageClass) : "the environment's",
        ]),
      ),
      classes(service),
      '## When a node dies',
      whenNodeDies(spec),
      '## More room',
      moreRoom(service),
      keepsLastingData(spec) && afterwards(),
      WRITTEN_AGAIN,
    ),
  };
}

function whatIsKept(spec: ServiceSpec): string {
  const { data, name } = spec;
  switch (data.shape) {
    case 'nothing':
      return `${code(name)} keeps nothing.`;
    case 'storeBeside':
      return (
        `A PostgreSQL stands beside ${code(
          name,
        )}: one pod, database and user ${code(
          databaseOf(spec) ?? name,
        )}, reached at ${code(`${name}-db`)} on port ${STORE.port}. ` +
        'It is restarted only when somebody deletes its pod.'
      );
    case 'ownFiles':
      return `Each replica of ${code(
        name,
      )} keeps files of its own and finds them again wherever it runs.`;
    case 'scratch':
      return `Each pod of ${code(
        name,
      )} has room for files that are gone with it.`;
    case 'sharedFiles':
      return `All pods of ${code(name)} share the same files.`;
  }
}

function classes({ spec, platform }: Documented): string {
  return table(
    ['environment', 'class', 'size', 'copies'],
    spec.environments.map(({ name, storageClass, size }) => {
      const facts = platform.storageClasses.find(
        one => one.name === storageClass,
      );
      return [
        code(name),
        storageClass ? code(storageClass) : 'not answered',
        size ? code(size) : 'not answered',
        facts ? String(facts.copies) : 'not known',
      ];
    }),
  );
}

function whenNodeDies(spec: ServiceSpec): string {
  const copies =
    'The copies of a claim lie on different nodes, and each write reaches all of them.';
  switch (spec.data.shape) {
    case 'nothing':
      return '';
    case 'scratch':
      return `${copies} A pod whose node dies is replaced by a new one, which starts with an empty folder.`;
    case 'sharedFiles':
      return `${copies} The pods that are left keep working; those of the dead node start on others.`;
    case 'storeBeside':
    case 'ownFiles':
      return (
        `${copies} A pod whose node dies starts on a node with another copy and finds everything that was written. ` +
        'With one copy it waits until its node is back.'
      );
  }
}

function moreRoom(service: Documented): string {
  const { spec, platform } = service;
  const owner = claimOwnerOf(spec);
  const namespace = exampleNamespace(spec, platform);
  const never = 'A claim can grow and never shrink.';
  if (spec.data.shape === 'scratch') {
    return `Change the size in ${code(
      `${OVERLAYS}/<environment>`,
    )}. Pods that start later have the new size.`;
  }
  if (owner === undefined) {
    return `Change the size in ${code(
      settingFile(spec, 'patch-claim.yaml'),
    )} of the overlay. ${never}`;
  }
  return blocks(
    `${never} Kubernetes does not let a StatefulSet change the size of its claims, so it takes three steps. ` +
      'The pods keep running.',
    commandsAreFor(spec, platform),
    steps([
      blocks(
        'Let each claim grow:',
        commands(
          command(
            ...['kubectl', 'patch', 'pvc', firstClaimOf(spec), '-n', namespace],
            ...['--type', 'merge', '-p'],
            '{"spec":{"resources":{"requests":{"storage":"<size>"}}}}',
          ),
        ),
      ),
      blocks(
        'Change the size in the overlay, and merge it.',
        hasFurtherClaims(spec) &&
          'The size of a further claim is one of the answers: ask for an upgrade with another one.',
      ),
      blocks(
        'Take the StatefulSet away without its pods. Argo CD makes it again with the new size:',
        commands(
          command(
            ...['kubectl', 'delete', 'statefulset', owner, '-n', namespace],
            '--cascade=orphan',
          ),
        ),
      ),
    ]),
  );
}

function hasFurtherClaims({ data }: ServiceSpec): boolean {
  return data.shape === 'ownFiles' && data.furtherClaims.length > 0;
}

function afterwards(): string {
  return (
    'Nothing of it is deleted unasked: Argo CD waits until a person confirms it. How data comes back is written ' +
    'under [How data comes back](restore.md).'
  );
}
