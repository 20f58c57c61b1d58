import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { LABELS } from '../constants';
import { secondsOf } from '../spec/seconds';
import type { ServiceSpec } from '../spec/serviceSpec';
import { labelsOf, metadataOf } from './metadata';
import { podSpec } from './podSpec';
import type { Typed } from './typed';

const DEFAULT_JOB = {
  schedule: '0 3 * * *',
  timeZone: 'Etc/UTC',
  overlap: 'Forbid',
  timeout: '30m',
  retries: 2,
} as const;

/** When it runs and when it is given up; every night when nothing was answered. */
export function jobOf({ job }: Pick<ServiceSpec, 'job'>) {
  return job ?? DEFAULT_JOB;
}

/** What runs by a schedule, and ends. */
export function cronJob(
  spec: ServiceSpec,
  platform: PlatformFacts,
): Typed<'CronJob'> {
  const { name } = spec;
  const job = jobOf(spec);
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: metadataOf({ service: name, name, wave: 'last' }),
    spec: {
      schedule: job.schedule,
      timeZone: job.timeZone,
      concurrencyPolicy: job.overlap,
      startingDeadlineSeconds: 300,
      successfulJobsHistoryLimit: 3,
      failedJobsHistoryLimit: 3,
      jobTemplate: {
        metadata: { labels: labelsOf(name) },
        spec: {
          activeDeadlineSeconds: secondsOf(job.timeout),
          backoffLimit: job.retries,
          template: {
            metadata: { labels: labelsOf(name) },
            spec: {
              ...podSpec(spec, platform, LABELS.jobName),
              restartPolicy: 'Never',
            },
          },
        },
      },
    },
  };
}
