import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { ARGO, CREDENTIALS_PATH } from '../../constants';
import { keepsStore } from '../../spec/data';
import { secondsOf } from '../../spec/seconds';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { configName } from '../config';
import { credentialsName } from '../credentials';
import { labelsOf, metadataOf, nameOf } from '../metadata';
import { containerSecurity, podSecurity } from '../podSecurity';
import { APP_UID, environmentOf, graceSecondsOf } from '../podSpec';
import { resourcesOf } from '../resources';
import type { IPodSpec, Typed } from '../typed';

/** Name of the volume with the store's password. */
const CREDENTIALS = 'database-credentials';

type Migration = NonNullable<ServiceSpec['migration']>;

/**
 * Changes the database before the pods of a new version start, in their own image.
 *
 * A hook of the Sync phase and not of PreSync: on the very first sync neither the settings nor the password nor the
 * store exist before that phase, and a hook that waits for them would keep them from ever being made. Its wave stands
 * behind all of them and before the new version, which does not start when the migration fails.
 *
 * Argo CD runs it again with each sync, so the command must do nothing when there is nothing to do, and must hold a
 * lock of the database. An aborted version does not undo it.
 */
export function migrationJob(
  spec: ServiceSpec,
  migration: Migration,
  platform: PlatformFacts,
): Typed<'Job'> {
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: metadataOf({
      service: spec.name,
      // Fixed: kustomize refuses generateName, so the last run makes room for the next one.
      name: nameOf(spec.name, 'migration'),
      component: 'migration',
      wave: 'migration',
      annotations: {
        [ARGO.hook]: 'Sync',
        [ARGO.hookDeletePolicy]: 'BeforeHookCreation',
      },
    }),
    spec: {
      // The API server refuses 0.
      activeDeadlineSeconds: Math.max(1, secondsOf(migration.timeout)),
      backoffLimit: 1,
      template: {
        // Labels of its own: with the service's, the Services would send requests to it.
        metadata: { labels: labelsOf(spec.name, 'migration') },
        spec: podOf(spec, migration, platform),
      },
    },
  };
}

function podOf(
  spec: ServiceSpec,
  { command }: Migration,
  platform: PlatformFacts,
): IPodSpec {
  const stored = keepsStore(spec);
  return {
    restartPolicy: 'Never',
    serviceAccountName: spec.name,
    automountServiceAccountToken: false,
    terminationGracePeriodSeconds: graceSecondsOf(spec),
    securityContext: podSecurity(APP_UID),
    nodeSelector: { [platform.poolLabel]: spec.hardwareClass },
    containers: [
      {
        name: 'migration',
        image: spec.image.repository,
        command,
        env: environmentOf(spec),
        envFrom: [{ configMapRef: { name: configName(spec.name) } }],
        resources: resourcesOf(spec.environments[0]!),
        securityContext: containerSecurity(),
        volumeMounts: [
          { name: 'tmp', mountPath: '/tmp' },
          ...(stored
            ? [
                {
                  name: CREDENTIALS,
                  mountPath: CREDENTIALS_PATH,
                  readOnly: true,
                },
              ]
            : []),
        ],
      },
    ],
    volumes: [
      { name: 'tmp', emptyDir: { sizeLimit: '128Mi' } },
      ...(stored
        ? [
            {
              name: CREDENTIALS,
              secret: {
                secretName: credentialsName(spec.name),
                defaultMode: 0o440,
              },
            },
          ]
        : []),
    ],
  };
}
