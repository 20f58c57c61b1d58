import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { ARGO, WAVES } from '../../constants';
import { keepsStore } from '../../spec/data';
import type { ServiceSpec } from '../../spec/serviceSpec';
import type { Manifest } from '../../types';
import { nameOf } from '../metadata';
import type { Named, PatchFile } from '../named';
import { type EnvironmentAnswers, resourcesOf } from '../resources';
import { migrationJob } from './migrationJob';
import { migrationPolicies } from './migrationPolicies';

/** The Job that changes the database before a new version starts, and its way to the store. */
export function migrationObjects(
  spec: ServiceSpec,
  platform: PlatformFacts,
): Named[] {
  return spec.migration
    ? [
        ['migration-job', migrationJob(spec, spec.migration, platform)],
        ...(keepsStore(spec) ? migrationPolicies(spec) : []),
      ]
    : [];
}

/** The migration is as big as a pod of the environment. */
export function migrationPatches(
  spec: ServiceSpec,
  environment: EnvironmentAnswers,
): PatchFile[] {
  return spec.migration
    ? [
        {
          file: 'patch-migration.yaml',
          target: {
            group: 'batch',
            version: 'v1',
            kind: 'Job',
            name: nameOf(spec.name, 'migration'),
          },
          operations: [
            {
              op: 'replace',
              path: '/spec/template/spec/containers/0/resources',
              value: resourcesOf(environment),
            },
          ],
        },
      ]
    : [];
}

/**
 * A store that a migration needs stands in a wave before it: a sync then waits until it answers. Its claims are bound
 * when its pod is placed, which no later wave holds up.
 */
export function beforeMigration(
  { migration }: Pick<ServiceSpec, 'migration'>,
  store: Manifest,
): Manifest {
  if (migration === undefined) return store;
  const annotations = {
    ...store.metadata.annotations,
    [ARGO.wave]: WAVES.middle,
  };
  return { ...store, metadata: { ...store.metadata, annotations } };
}
