import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { APP_CONTAINER, CREDENTIALS_PATH, LABELS, STORE } from '../constants';
import { databaseOf } from '../spec/data';
import type { ServiceSpec } from '../spec/serviceSpec';
import { configName } from './config';
import { selectorOf, storeName } from './metadata';
import { containerSecurity, podSecurity } from './podSecurity';
import { volumesOf } from './podVolumes';
import { resourcesOf } from './resources';
import type { IPodSpec, ITopologySpreadConstraint } from './typed';

/** User and group of the service's image. */
export const APP_UID = 1000;

/** Seconds left for a process to end after it has drained. */
const GRACE_MARGIN = 5;

/** The pod of the service, the same whether a Rollout or a StatefulSet makes it. */
export function podSpec(
  spec: ServiceSpec,
  platform: PlatformFacts,
  revisionLabel: string,
): IPodSpec {
  const volumes = volumesOf(spec);
  const ends = spec.archetype === 'job';
  return {
    serviceAccountName: spec.name,
    automountServiceAccountToken: false,
    terminationGracePeriodSeconds: graceSecondsOf(spec),
    securityContext: podSecurity(APP_UID),
    nodeSelector: { [platform.poolLabel]: spec.hardwareClass },
    ...(!ends && {
      topologySpreadConstraints: [
        spread(spec.name, platform.domainLabel, revisionLabel),
        spread(spec.name, LABELS.hostname, revisionLabel),
      ],
    }),
    containers: [
      {
        name: APP_CONTAINER,
        image: spec.image.repository,
        // The protocol is written out because the Rollout's schema adds it, and Argo CD would show it as a change.
        ...(!ends && {
          ports: [{ name: 'http', containerPort: spec.port, protocol: 'TCP' }],
        }),
        env: environmentOf(spec),
        envFrom: [{ configMapRef: { name: configName(spec.name) } }],
        ...(!ends && lifeOf(spec)),
        resources: resourcesOf(spec.environments[0]!),
        securityContext: containerSecurity(),
        volumeMounts: volumes.map(({ mount }) => mount),
      },
    ],
    volumes: volumes.flatMap(({ volume }) => (volume ? [volume] : [])),
  };
}

/** Room for the pause before TERM and for the drain after it, even where less was answered. A job has neither. */
export function graceSecondsOf({ archetype, shutdown }: ServiceSpec): number {
  const { preStopSeconds, drainSeconds, graceSeconds } = shutdown;
  if (archetype === 'job') return graceSeconds;
  return Math.max(graceSeconds, preStopSeconds + drainSeconds + GRACE_MARGIN);
}

// Over power domains first; overlays of production make that one strict. Pods of one revision are counted, so that
// a canary's surge does not skew the rest. Machines that died leave tainted Node objects behind: without Honor their
// domain would stay the emptiest one, and a strict spread would keep the lost pods pending until somebody removes it.
function spread(
  service: string,
  topologyKey: string,
  revisionLabel: string,
): ITopologySpreadConstraint {
  return {
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: 'ScheduleAnyway',
    nodeTaintsPolicy: 'Honor',
    labelSelector: { matchLabels: selectorOf(service, 'service') },
    matchLabelKeys: [revisionLabel],
  };
}

/** What the service is told besides the settings of its environment. */
export function environmentOf(spec: ServiceSpec) {
  const plain: [string, string][] = [['SERVICE_NAME', spec.name]];
  if (spec.archetype !== 'job') {
    plain.push(
      ['PORT', String(spec.port)],
      ['DRAIN_SECONDS', String(spec.shutdown.drainSeconds)],
    );
  }
  const database = databaseOf(spec);
  if (database !== undefined) {
    plain.push(
      ['DATABASE_HOST', storeName(spec.name)],
      ['DATABASE_PORT', String(STORE.port)],
      ['DATABASE_NAME', database],
      ['DATABASE_USER', database],
      ['DATABASE_PASSWORD_FILE', `${CREDENTIALS_PATH}/password`],
    );
  }
  if ('mountPath' in spec.data) plain.push(['DATA_PATH', spec.data.mountPath]);
  return plain.map(([name, value]) => ({ name, value }));
}

/** How it is told whether a pod lives that goes on until it is stopped, and the pause in which its callers forget it. */
function lifeOf(spec: ServiceSpec) {
  const { preStopSeconds } = spec.shutdown;
  return {
    ...probesOf(spec),
    ...(preStopSeconds > 0 && {
      lifecycle: { preStop: { sleep: { seconds: preStopSeconds } } },
    }),
  };
}

function probesOf(spec: ServiceSpec) {
  const get = (path: string) => ({ httpGet: { path, port: 'http' } });
  return {
    startupProbe: {
      ...get(spec.paths.live),
      periodSeconds: 2,
      failureThreshold: 30,
    },
    readinessProbe: {
      ...get(spec.paths.ready),
      periodSeconds: 5,
      timeoutSeconds: 2,
      failureThreshold: 2,
    },
    // Slower to act than readiness: a busy pod leaves its Service before it is restarted.
    livenessProbe: {
      ...get(spec.paths.live),
      periodSeconds: 10,
      timeoutSeconds: 3,
      failureThreshold: 6,
    },
  };
}
