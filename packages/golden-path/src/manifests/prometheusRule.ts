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

const DEFAULT_SUCCESS_RATE = 0.99;

/** Alerts when the service spends its error budget too fast. */
export function prometheusRule(spec: ServiceSpec): Manifest {
  const objective = spec.delivery.analysis?.successRate ?? DEFAULT_SUCCESS_RATE;
  // Rounded, because 1 - 0.99 is not 0.01 in binary.
  const budget = Number((1 - objective).toFixed(6));
  const environments = spec.environments.map(({ name }) => name).join('|');
  const pods = `namespace=~"${spec.name}-(${environments})",container="${APP_CONTAINER}"`;
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: metadataOf({ service: spec.name, name: spec.name, wave: 'last' }),
    spec: {
      groups: [
        {
          name: `${spec.name}-error-budget`,
          rules: BURN_RATES.map(({ factor, long, short, severity }) => ({
            alert: 'ErrorBudgetBurn',
            expr: [long, short]
              .map(
                window =>
                  `(${errorRatio(pods, window)}) > ${factor} * ${budget}`,
              )
              .join(' and '),
            labels: { severity, service: spec.name, window: long },
            annotations: {
              summary: `${spec.name} spends its error budget ${factor} times as fast as it lasts (over ${long}).`,
            },
          })),
        },
      ],
    },
  };
}
