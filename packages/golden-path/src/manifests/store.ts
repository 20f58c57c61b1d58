import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { CREDENTIALS_PATH, STORE } from '../constants';
import { databaseOf } from '../spec/data';
import type { ServiceSpec } from '../spec/serviceSpec';
import { DATA_VOLUME } from './claims';
import { credentialsName } from './credentials';
import { labelsOf, nameOf } from './metadata';
import { containerSecurity, podSecurity } from './podSecurity';
import { storeResourcesOf } from './resources';
import { statefulSet } from './statefulSet';
import type { IContainer, Typed } from './typed';

/** Seconds a fast shutdown may take before the pod is killed, and what is left on top of it. */
const STOP_SECONDS = 50;
const GRACE_SECONDS = 75;

/**
 * One PostgreSQL beside the service. Its volume is kept on several nodes by DRBD, so one replica is enough to survive
 * a node; it is restarted only when somebody deletes its pod, never by a sync.
 */
export function store(
  spec: ServiceSpec,
  platform: PlatformFacts,
): Typed<'StatefulSet'> {
  return statefulSet(spec, 'store', {
    replicas: 1,
    updateStrategy: { type: 'OnDelete' },
    template: {
      metadata: { labels: labelsOf(spec.name, 'store') },
      spec: {
        serviceAccountName: nameOf(spec.name, 'store'),
        automountServiceAccountToken: false,
        terminationGracePeriodSeconds: GRACE_SECONDS,
        securityContext: podSecurity(STORE.uid),
        nodeSelector: { [platform.poolLabel]: spec.hardwareClass },
        containers: [container(spec)],
        volumes: [
          memory('tmp'),
          memory('run'),
          {
            name: 'credentials',
            secret: {
              secretName: credentialsName(spec.name),
              defaultMode: 0o440,
            },
          },
        ],
      },
    },
  });
}

function container(spec: ServiceSpec): IContainer {
  const database = databaseOf(spec) ?? spec.name;
  return {
    name: 'postgresql',
    image: STORE.image,
    ports: [{ name: 'postgresql', containerPort: STORE.port, protocol: 'TCP' }],
    env: [
      { name: 'POSTGRES_DB', value: database },
      { name: 'POSTGRES_USER', value: database },
      {
        name: 'POSTGRES_PASSWORD_FILE',
        value: `${CREDENTIALS_PATH}/password`,
      },
      { name: 'PGDATA', value: STORE.dataPath },
    ],
    // A first start runs initdb, and a start after a crash replays the log: both may take minutes.
    startupProbe: probe(database, { periodSeconds: 5, failureThreshold: 60 }),
    readinessProbe: probe(database, { periodSeconds: 5, failureThreshold: 3 }),
    livenessProbe: probe(database, { periodSeconds: 10, failureThreshold: 6 }),
    // Without it a runtime that sends TERM makes PostgreSQL wait for its clients until it is killed.
    lifecycle: {
      preStop: {
        exec: {
          command: [
            'pg_ctl',
            'stop',
            '-D',
            STORE.dataPath,
            '-m',
            'fast',
            '-w',
            '-t',
            String(STOP_SECONDS),
          ],
        },
      },
    },
    resources: storeResourcesOf(spec.environments[0]!),
    securityContext: containerSecurity(),
    volumeMounts: [
      { name: DATA_VOLUME, mountPath: STORE.mountPath },
      { name: 'tmp', mountPath: '/tmp' },
      { name: 'run', mountPath: '/var/run/postgresql' },
      { name: 'credentials', mountPath: CREDENTIALS_PATH, readOnly: true },
    ],
  };
}

function probe(
  database: string,
  timing: { periodSeconds: number; failureThreshold: number },
) {
  return {
    exec: { command: ['pg_isready', '-U', database, '-d', database] },
    timeoutSeconds: 5,
    ...timing,
  };
}

function memory(name: string) {
  return { name, emptyDir: { medium: 'Memory' as const, sizeLimit: '16Mi' } };
}
