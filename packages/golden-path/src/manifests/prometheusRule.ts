import { APP_CONTAINER } from '../constants';
import type { ServiceSpec } from '../spec/serviceSpec';
import { metadataOf } from './metadata';
import { errorRatio } from './serviceLevel';
import type { Typed } from './typed';

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

/** Alerts when the service spends its error budget too fast: what it promises, whatever an analysis asks. */
export function prometheusRule({
  name,
  environments,
  slo,
}: ServiceSpec): Typed<'PrometheusRule'> {
  // Rounded, because 1 - 0.99 is not 0.01 in binary.
  const budget = Number((1 - slo.availability).toFixed(6));
  const names = environments.map(environment => environment.name).join('|');
  const pods = `namespace=~"${name}-(${names})",container="${APP_CONTAINER}"`;
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: metadataOf({ service: name, name, wave: 'last' }),
    spec: {
      groups: [
        {
          name: `${name}-error-budget`,
          // A large budget cannot be spent so fast: no more than every request can fail.
          rules: BURN_RATES.filter(({ factor }) => factor * budget < 1).map(
            ({ factor, long, short, severity }) => ({
              alert: 'ErrorBudgetBurn',
              expr: [long, short]
                .map(
                  window =>
                    `(${errorRatio(pods, window)}) > ${factor} * ${budget}`,
                )
                .join(' and '),
              labels: { severity, service: name, window: long },
              annotations: {
                summary: `${name} spends its error budget ${paceOf(
                  factor,
                )} (over ${long}).`,
              },
            }),
          ),
        },
      ],
    },
  };
}

/** At factor 1 the budget of 30 days lasts 30 days, and nothing is left of it. */
function paceOf(factor: number): string {
  return factor === 1
    ? 'just as fast as it lasts'
    : `${factor} times as fast as it lasts`;
}
