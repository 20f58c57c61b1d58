import type { ServiceSpec } from '../../spec/serviceSpec';
import type { Panel } from './panel';
import { NAMESPACE } from './selectors';

/** Runs of a job, from kube-state-metrics: a run may be over before it is scraped. */
export function runPanels({ name }: ServiceSpec): Panel[] {
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
