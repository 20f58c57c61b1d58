import type { ServiceSpec } from '../../spec/serviceSpec';
import { workloadKindOf } from '../../spec/workload';
import type { Panel } from './panel';
import { byVersion, NAMESPACE, podPattern } from './selectors';

/** Pods that keep running: how many are ready, and whether they stay. */
export function podPanels(spec: ServiceSpec): Panel[] {
  return [
    readyPods(spec),
    {
      title: 'Restarts',
      unit: 'short',
      queries: [
        {
          expr: `sum by (pod) (increase(kube_pod_container_status_restarts_total{namespace="${NAMESPACE}"}[1h]))`,
          legend: '{{pod}}',
        },
      ],
    },
  ];
}

function readyPods(spec: ServiceSpec): Panel {
  const readyOf = (pods: string) =>
    `kube_pod_status_ready{namespace="${NAMESPACE}",condition="true",pod=~"${pods}"}`;
  return workloadKindOf(spec) === 'StatefulSet'
    ? {
        title: 'Ready pods',
        unit: 'short',
        queries: [
          { expr: `sum(${readyOf(`${spec.name}-[0-9]+`)})`, legend: 'ready' },
        ],
      }
    : {
        title: 'Ready pods by version',
        description: 'A version is named by the hash of its pods.',
        unit: 'short',
        queries: [
          {
            expr: `sum by (version) (${byVersion(
              spec,
              readyOf(podPattern(spec)),
            )})`,
            legend: '{{version}}',
          },
        ],
      };
}
