import { keepsLastingData } from '../../spec/data';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { answersRequests } from '../../spec/workload';
import { queryOf } from '../scaling/triggers';
import type { Panel } from './panel';
import { podPanels } from './podPanels';
import { requestPanels } from './requestPanels';
import { runPanels } from './runPanels';
import { CONTAINERS, NAMESPACE, WINDOW } from './selectors';

/** What is worth looking at, the most telling first. */
export function panelsOf(spec: ServiceSpec): Panel[] {
  return [
    ...(answersRequests(spec) ? requestPanels(spec) : []),
    ...waitingWork(spec),
    ...(spec.archetype === 'job' ? runPanels(spec) : podPanels(spec)),
    ...resourcePanels(),
    ...(keepsLastingData(spec) ? [claims()] : []),
  ];
}

/** The questions by which the service is scaled, so that the reader sees what the scaler sees. */
function waitingWork({ scaling }: ServiceSpec): Panel[] {
  if (scaling.kind !== 'keda') return [];
  return scaling.triggers
    .filter(trigger => trigger.type === 'queue')
    .map((trigger, index, all) => ({
      title: all.length > 1 ? `Waiting work ${index + 1}` : 'Waiting work',
      unit: 'short',
      queries: [{ expr: queryOf(trigger, NAMESPACE)!, legend: 'waiting' }],
    }));
}

function resourcePanels(): Panel[] {
  return [
    {
      title: 'CPU of each pod',
      unit: 'short',
      queries: [
        {
          expr: `sum by (pod) (rate(container_cpu_usage_seconds_total{${CONTAINERS}}[${WINDOW}]))`,
          legend: '{{pod}}',
        },
      ],
    },
    {
      title: 'Memory of each pod',
      unit: 'bytes',
      queries: [
        {
          expr: `sum by (pod) (container_memory_working_set_bytes{${CONTAINERS}})`,
          legend: '{{pod}}',
        },
      ],
    },
  ];
}

function claims(): Panel {
  const of = (metric: string) =>
    `max by (persistentvolumeclaim) (kubelet_volume_stats_${metric}_bytes{namespace="${NAMESPACE}"})`;
  return {
    title: 'How full claims are',
    unit: 'percentunit',
    queries: [
      {
        expr: `${of('used')} / ${of('capacity')}`,
        legend: '{{persistentvolumeclaim}}',
      },
    ],
  };
}
