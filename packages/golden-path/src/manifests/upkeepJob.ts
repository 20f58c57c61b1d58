import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceSpec } from '../spec/serviceSpec';
import { type Component, labelsOf, metadataOf, nameOf } from './metadata';
import { podSecurity } from './podSecurity';
import { runFailed } from './runAlerts';
import type { IPodSpec, Typed } from './typed';

/** Seconds after which a run that has not ended is given up. */
const TIMEOUT_SECONDS = 3600;

/** Small, and bounded: it must never be what presses the store or the service. */
export const UPKEEP_RESOURCES = {
  requests: { cpu: '50m', memory: '128Mi' },
  limits: { memory: '256Mi' },
} as const;

interface Upkeep {
  readonly component: Component;
  readonly schedule: string;
  readonly uid: number;
  /** Containers and volumes, and what else the pod needs. */
  readonly pod: IPodSpec;
}

/** What looks after the service's data by a schedule, one run at a time. */
export function upkeepJob(
  spec: ServiceSpec,
  platform: PlatformFacts,
  { component, schedule, uid, pod }: Upkeep,
): Typed<'CronJob'> {
  const { name } = spec;
  const labels = labelsOf(name, component);
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: metadataOf({
      service: name,
      name: nameOf(name, component),
      component,
      wave: 'last',
    }),
    spec: {
      schedule,
      timeZone: 'Etc/UTC',
      concurrencyPolicy: 'Forbid',
      startingDeadlineSeconds: 600,
      successfulJobsHistoryLimit: 1,
      failedJobsHistoryLimit: 3,
      jobTemplate: {
        metadata: { labels },
        spec: {
          activeDeadlineSeconds: TIMEOUT_SECONDS,
          backoffLimit: 2,
          template: {
            metadata: { labels },
            spec: {
              serviceAccountName: nameOf(name, component),
              automountServiceAccountToken: false,
              restartPolicy: 'Never',
              securityContext: podSecurity(uid),
              nodeSelector: { [platform.poolLabel]: spec.hardwareClass },
              ...pod,
            },
          },
        },
      },
    },
  };
}

/** A copy of the data that is no longer made is missed only when it is needed, unless somebody is told before. */
export function upkeepAlert(
  spec: ServiceSpec,
  component: Component,
  summary: string,
): Typed<'PrometheusRule'> {
  const name = nameOf(spec.name, component);
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: metadataOf({
      service: spec.name,
      name,
      component,
      wave: 'last',
    }),
    spec: {
      groups: [
        {
          name: `${name}-runs`,
          rules: [
            runFailed(spec, {
              cronJob: name,
              seconds: TIMEOUT_SECONDS,
              summary,
            }),
          ],
        },
      ],
    },
  };
}

/** A volume in memory, for what needs no more than a few files. */
export function memoryVolume(name: string) {
  return { name, emptyDir: { medium: 'Memory' as const, sizeLimit: '16Mi' } };
}
