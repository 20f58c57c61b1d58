import { APP_CONTAINER } from '../../constants';
import { keepsLastingData } from '../../spec/data';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { answersRequests, workloadKindOf } from '../../spec/workload';
import { queryOf } from '../scaling/triggers';
import { errorRatio, latencyQuantile, requestRate } from '../serviceLevel';
import type { Panel } from './panel';

/** Namespace that the reader of the dashboard has chosen. */
const NAMESPACE = '$namespace';
const WINDOW = '$__rate_interval';

const SELECTOR = `namespace="${NAMESPACE}",container="${APP_CONTAINER}"`;

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

function requestPanels(spec: ServiceSpec): Panel[] {
  return [
    {
      title: 'Requests',
      unit: 'reqps',
      queries: [
        {
          expr: `sum by (code) (${requestRate(SELECTOR, WINDOW)})`,
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
      queries: [{ expr: errorRatio(SELECTOR, WINDOW), legend: 'failed' }],
    },
    {
      title: '95 of 100 requests are answered within',
      unit: 's',
      queries: [
        { expr: latencyQuantile(SELECTOR, WINDOW, 0.95), legend: 'p95' },
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
                  requestRate(SELECTOR, WINDOW),
                )}) / scalar(sum(${requestRate(SELECTOR, WINDOW)}))`,
                legend: '{{version}}',
              },
            ],
          },
        ]
      : []),
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

function podPanels(spec: ServiceSpec): Panel[] {
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

function runPanels({ name }: ServiceSpec): Panel[] {
  const cronJob = `namespace="${NAMESPACE}",cronjob="${name}"`;
  const runs = `namespace="${NAMESPACE}",job_name=~"${name}-.+"`;
  return [
    {
      title: 'Time since the last run, and since the last that succeeded',
      unit: 's',
      queries: [
        {
          expr: `time() - max(kube_cronjob_status_last_schedule_time{${cronJob}})`,
          legend: 'last run',
        },
        {
          expr: `time() - max(kube_cronjob_status_last_successful_time{${cronJob}})`,
          legend: 'last success',
        },
      ],
    },
    {
      title: 'Last runs',
      unit: 'short',
      queries: [
        {
          expr: `sum(kube_job_status_succeeded{${runs}})`,
          legend: 'succeeded',
        },
        { expr: `sum(kube_job_status_failed{${runs}})`, legend: 'failed pods' },
        { expr: `sum(kube_job_status_active{${runs}})`, legend: 'running' },
      ],
    },
    {
      title: 'Duration of the last runs',
      unit: 's',
      queries: [
        {
          expr: `max by (job_name) (kube_job_status_completion_time{${runs}} - kube_job_status_start_time{${runs}})`,
          legend: '{{job_name}}',
        },
      ],
    },
  ];
}

function resourcePanels(): Panel[] {
  return [
    {
      title: 'CPU of each pod',
      unit: 'short',
      queries: [
        {
          expr: `sum by (pod) (rate(container_cpu_usage_seconds_total{${SELECTOR}}[${WINDOW}]))`,
          legend: '{{pod}}',
        },
      ],
    },
    {
      title: 'Memory of each pod',
      unit: 'bytes',
      queries: [
        {
          expr: `sum by (pod) (container_memory_working_set_bytes{${SELECTOR}})`,
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

/** Adds the hash of the version to each series of a pod. */
function byVersion(spec: ServiceSpec, vector: string): string {
  return `label_replace(${vector}, "version", "$1", "pod", "${podPattern(
    spec,
  )}")`;
}

/** Pods of a ReplicaSet. Its hash has no vowels, so that pods of a store or a migration are not taken for it. */
function podPattern({ name }: ServiceSpec): string {
  return `${name}-([bcdfghjklmnpqrstvwxz0-9]+)-[a-z0-9]{5}`;
}
