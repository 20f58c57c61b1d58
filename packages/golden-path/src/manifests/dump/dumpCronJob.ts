import type {
  BackupFacts,
  PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { CREDENTIALS_PATH, STORE, UPLOAD_IMAGE } from '../../constants';
import { databaseOf } from '../../spec/data';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { credentialsName } from '../credentials';
import { nameOf, storeName } from '../metadata';
import type { Patch } from '../named';
import { containerSecurity } from '../podSecurity';
import type { EnvironmentAnswers } from '../resources';
import { memoryVolume, UPKEEP_RESOURCES, upkeepJob } from '../upkeepJob';
import { DUMP_SCRIPT, UPLOAD_SCRIPT } from './dumpScripts';
import type { Typed } from '../typed';

/** Before the snapshots of the suggested schedule, so that both do not read the same disks at once. */
const SCHEDULE = '30 0 * * *';

/** How long a dump stays in object storage. */
const KEPT = '30d';

const POD = '/spec/jobTemplate/spec/template/spec';

/** Dumps the database into a folder of the pod, then carries the file away: a dump that fails is never uploaded. */
export function dumpCronJob(
  spec: ServiceSpec,
  backup: BackupFacts,
  platform: PlatformFacts,
): Typed<'CronJob'> {
  const [first] = spec.environments;
  return upkeepJob(spec, platform, {
    component: 'dump',
    schedule: SCHEDULE,
    uid: STORE.uid,
    pod: {
      initContainers: [dump(spec)],
      containers: [upload(spec, backup)],
      volumes: [
        { name: 'dump', emptyDir: { sizeLimit: first?.size ?? '1Gi' } },
        memoryVolume('tmp'),
        {
          name: 'credentials',
          secret: {
            secretName: credentialsName(spec.name),
            defaultMode: 0o440,
          },
        },
      ],
    },
  });
}

/** Where an environment's dumps go, and as much room as its database can ever fill. */
export function dumpPatch(
  spec: ServiceSpec,
  environment: EnvironmentAnswers,
  { bucket }: BackupFacts,
): Patch[] {
  return [
    {
      op: 'replace',
      path: `${POD}/containers/0/env/0/value`,
      value: targetOf(bucket, spec.name, environment.name),
    },
    ...(environment.size === undefined
      ? []
      : [
          {
            op: 'replace' as const,
            path: `${POD}/volumes/0/emptyDir/sizeLimit`,
            value: environment.size,
          },
        ]),
  ];
}

function dump(spec: ServiceSpec) {
  const database = databaseOf(spec) ?? spec.name;
  return {
    name: 'dump',
    image: STORE.image,
    command: ['sh', '-ec', DUMP_SCRIPT],
    env: [
      { name: 'PGHOST', value: storeName(spec.name) },
      { name: 'PGPORT', value: String(STORE.port) },
      { name: 'PGDATABASE', value: database },
      { name: 'PGUSER', value: database },
      { name: 'PASSWORD_FILE', value: `${CREDENTIALS_PATH}/password` },
    ],
    resources: UPKEEP_RESOURCES,
    securityContext: containerSecurity(),
    volumeMounts: [
      { name: 'dump', mountPath: '/dump' },
      { name: 'tmp', mountPath: '/tmp' },
      { name: 'credentials', mountPath: CREDENTIALS_PATH, readOnly: true },
    ],
  };
}

function upload(spec: ServiceSpec, { endpoint, bucket }: BackupFacts) {
  const settings = {
    // First, because the overlays replace it by its place.
    TARGET: targetOf(bucket, spec.name, spec.environments[0]!.name),
    KEPT,
    RCLONE_CONFIG: '/tmp/rclone.conf',
    RCLONE_CONFIG_STORE_TYPE: 's3',
    RCLONE_CONFIG_STORE_PROVIDER: 'Other',
    RCLONE_CONFIG_STORE_ENDPOINT: endpoint,
    RCLONE_CONFIG_STORE_ENV_AUTH: 'true',
    // It may write into the bucket, not make one.
    RCLONE_CONFIG_STORE_NO_CHECK_BUCKET: 'true',
  };
  const key = (name: string, secretKey: string) => ({
    name,
    valueFrom: {
      secretKeyRef: { name: nameOf(spec.name, 'dump'), key: secretKey },
    },
  });
  return {
    name: 'upload',
    image: UPLOAD_IMAGE.image,
    command: ['sh', '-ec', UPLOAD_SCRIPT],
    env: [
      ...Object.entries(settings).map(([name, value]) => ({ name, value })),
      key('AWS_ACCESS_KEY_ID', 'accessKeyId'),
      key('AWS_SECRET_ACCESS_KEY', 'secretAccessKey'),
    ],
    resources: UPKEEP_RESOURCES,
    securityContext: containerSecurity(),
    volumeMounts: [
      { name: 'dump', mountPath: '/dump', readOnly: true },
      { name: 'tmp', mountPath: '/tmp' },
    ],
  };
}

function targetOf(bucket: string, service: string, environment: string) {
  return `${bucket}/services/${service}/${environment}`;
}
