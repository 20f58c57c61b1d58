import { namespaceOf } from '@baremetal/backstage-plugin-baremetal-common';
import { APP_CONTAINER } from '../constants';
import { secondsOf } from '../spec/seconds';
import type { ServiceSpec } from '../spec/serviceSpec';
import type { Manifest } from '../types';
import { jobOf } from './cronJob';
import { metadataOf } from './metadata';

/**
 * Alerts of what answers no requests and so has no error budget to spend: a job whose last run did not succeed, a
 * worker that starts again and again. From kube-state-metrics, since both may be gone before they are scraped.
 */
export function runAlerts(spec: ServiceSpec): Manifest {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: metadataOf({ service: spec.name, name: spec.name, wave: 'last' }),
    spec: {
      groups: [
        {
          name: `${spec.name}-runs`,
          rules: [spec.archetype === 'job' ? runFailed(spec) : restarts(spec)],
        },
      ],
    },
  };
}

function runFailed(spec: ServiceSpec) {
  const { name } = spec;
  const selector = `${namespacesOf(spec)},cronjob="${name}"`;
  const scheduled = `kube_cronjob_status_last_schedule_time{${selector}}`;
  const succeeded = `kube_cronjob_status_last_successful_time{${selector}}`;
  const byJob = 'on (namespace, cronjob)';
  return {
    alert: 'RunFailed',
    // Not a comparison alone: a job that never succeeded has no time of its last success.
    expr: `${scheduled} unless ${byJob} (${succeeded} >= ${byJob} ${scheduled})`,
    for: `${secondsOf(jobOf(spec).timeout)}s`,
    labels: { severity: 'ticket', service: name },
    annotations: {
      summary: `The last run of ${name} has not succeeded within the time it is given.`,
    },
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
