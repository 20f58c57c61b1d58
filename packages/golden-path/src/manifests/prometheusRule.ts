import { APP_CONTAINER } from '../constants';
import type { ServiceSpec } from '../spec/serviceSpec';
import type { Manifest } from '../types';
import { metadataOf } from './metadata';
import { errorRatio } from './serviceLevel';

/**
 * Burn rates of the error budget, each over a long window and confirmed by a short one so that the alert ends soon
 * after the trouble does.
 *
 * @see https://sre.google/workbook/alerting-on-slos/
 */
const BURN_RATES = [
  { factor: 14.4, long: '1h', short: '5m', severity: 'page' },
  { factor: 6, long: '6h', short: '30m', severity: 'page' },
  { factor: 1, long: '3d', short: '6h', severity: 'ticket' },
] as const;

/** Alerts when the service breaks what it promises: its error budget, or that it runs at all. */
export function prometheusRule(spec: ServiceSpec): Manifest {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: metadataOf({ service: spec.name, name: spec.name, wave: 'last' }),
    spec: { groups: [groupOf(spec)] },
  };
}

function groupOf(spec: ServiceSpec) {
  const { name } = spec;
  const environments = spec.environments.map(one => one.name).join('|');
  const namespaces = `namespace=~"${name}-(${environments})"`;
  switch (spec.archetype) {
    case 'service':
      return {
        name: `${name}-error-budget`,
        rules: burnRates(spec, namespaces),
      };
    case 'worker':
      return {
        name: `${name}-pods`,
        rules: [
          {
            alert: 'PodsRestart',
            expr: `sum by (namespace) (increase(kube_pod_container_status_restarts_total{${namespaces},container="${APP_CONTAINER}"}[30m])) > 5`,
            labels: { severity: 'page', service: name },
            annotations: {
              summary: `Pods of ${name} ended more than five times in half an hour, so its work piles up.`,
            },
          },
        ],
      };
    case 'job':
      return {
        name: `${name}-runs`,
        rules: [
          {
            alert: 'RunFailed',
            expr: `max by (namespace, job_name) (kube_job_status_failed{${namespaces},job_name=~"${name}-[0-9]+"}) > 0`,
            labels: { severity: 'ticket', service: name },
            annotations: {
              summary: `A run of ${name} has failed.`,
            },
          },
        ],
      };
  }
}

function burnRates({ name, slo }: ServiceSpec, namespaces: string) {
  // Rounded, because 1 - 0.99 is not 0.01 in binary.
  const budget = Number((1 - slo.availability).toFixed(6));
  const pods = `${namespaces},container="${APP_CONTAINER}"`;
  // A large budget cannot be spent so fast: no more than every request can fail.
  return BURN_RATES.filter(({ factor }) => factor * budget < 1).map(
    ({ factor, long, short, severity }) => ({
      alert: 'ErrorBudgetBurn',
      expr: [long, short]
        .map(window => `(${errorRatio(pods, window)}) > ${factor} * ${budget}`)
        .join(' and '),
      labels: { severity, service: name, window: long },
      annotations: {
        summary: `${name} spends its error budget ${factor} times as fast as it lasts (over ${long}).`,
      },
    }),
  );
}
