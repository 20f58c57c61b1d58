import type { ServiceSpec } from '../../spec/serviceSpec';
import { workloadKindOf } from '../../spec/workload';
import { errorRatio, latencyQuantile, requestRate } from '../serviceLevel';
import type { Panel } from './panel';
import { byVersion, CONTAINERS, WINDOW } from './selectors';

/** Rate, failures and latency, by the questions that alerts and analyses ask. */
export function requestPanels(spec: ServiceSpec): Panel[] {
  return [
    {
      title: 'Requests',
      unit: 'reqps',
      queries: [
        {
          expr: `sum by (code) (${requestRate(CONTAINERS, WINDOW)})`,
          legend: '{{code}}',
        },
      ],
    },
    {
      title: 'Share of failed requests',
      description: `The service promises that no more than ${Number(
        (1 - spec.slo.availability).toFixed(6),
      )} of them fail.`,
      unit: 'percentunit',
      queries: [{ expr: errorRatio(CONTAINERS, WINDOW), legend: 'failed' }],
    },
    {
      title: '95 of 100 requests are answered within',
      unit: 's',
      queries: [
        { expr: latencyQuantile(CONTAINERS, WINDOW, 0.95), legend: 'p95' },
      ],
    },
    ...(workloadKindOf(spec) === 'Rollout'
      ? [
          {
            title: 'Share of the requests by version',
            description:
              'What a canary really gets. A version is named by the hash of its pods.',
            unit: 'percentunit',
            queries: [
              {
                expr: `sum by (version) (${byVersion(
                  spec,
                  requestRate(CONTAINERS, WINDOW),
                )}) / scalar(sum(${requestRate(CONTAINERS, WINDOW)}))`,
                legend: '{{version}}',
              },
            ],
          },
        ]
      : []),
  ];
}
