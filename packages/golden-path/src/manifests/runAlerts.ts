import { namespaceOf } from '@baremetal/backstage-plugin-baremetal-common';
import { APP_CONTAINER } from '../constants';
import { secondsOf } from '../spec/seconds';
import type { ServiceSpec } from '../spec/serviceSpec';
import { jobOf } from './cronJob';
import { metadataOf } from './metadata';
import type { Typed } from './typed';

/**
 * Alerts of what answers no requests and so has no error budget to spend: a job whose last run did not succeed, a
 * worker that starts again and again. From kube-state-metrics, since both may be gone before they are scraped.
 */
export function runAlerts(spec: ServiceSpec): Typed<'PrometheusRule'> {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: metadataOf({ service: spec.name, name: spec.name, wave: 'last' }),
    spec: {
      groups: [
        {
          name: `${spec.name}-runs`,
          rules: [
            spec.archetype === 'job' ? ownRunFailed(spec) : restarts(spec),
          ],
        },
      ],
    },
  };
}

function ownRunFailed(spec: ServiceSpec) {
  const { name } = spec;
  return runFailed(spec, {
    cronJob: name,
    seconds: secondsOf(jobOf(spec).timeout),
    summary: `The last run of ${name} has not succeeded within the time it is given.`,
  });
}

/** The last run of a CronJob has not succeeded `seconds` after it was due. */
export function runFailed(
  spec: ServiceSpec,
  {
    cronJob,
    seconds,
    summary,
  }: { cronJob: string; seconds: number; summary: string },
) {
  const selector = `${namespacesOf(spec)},cronjob="${cronJob}"`;
  const scheduled = `kube_cronjob_status_last_schedule_time{${selector}}`;
  const succeeded = `kube_cronjob_status_last_successful_time{${selector}}`;
  const byJob = 'on (namespace, cronjob)';
  return {
    alert: 'RunFailed',
    // Not a comparison alone: a job that never succeeded has no time of its last success.
    expr: `${scheduled} unless ${byJob} (${succeeded} >= ${byJob} ${scheduled})`,
    for: `${seconds}s`,
    labels: { severity: 'ticket', service: spec.name },
    annotations: { summary },
  };
}

function restarts(spec: ServiceSpec) {
  const { name } = spec;
  const selector = `${namespacesOf(spec)},container="${APP_CONTAINER}"`;
  return {
    alert: 'RestartsOften',
    expr: `sum by (namespace) (increase(kube_pod_container_status_restarts_total{${selector}}[15m])) > 3`,
    for: '5m',
    labels: { severity: 'page', service: name },
    annotations: {
      summary: `The pods of ${name} restart again and again, so its work waits.`,
    },
  };
}

function namespacesOf({ name, environments }: ServiceSpec): string {
  const namespaces = environments.map(environment =>
    namespaceOf(name, environment.name),
  );
  return `namespace=~"${namespaces.join('|')}"`;
}
