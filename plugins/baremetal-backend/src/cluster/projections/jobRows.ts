import {
  podRequest,
  readSchedulingTerms,
  type CronJobRow,
  type JobRow,
  type RequestingPod,
  type SchedulablePodSpec,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { Interner } from '@baremetal/kube-watch';
import {
  toConditions,
  toImages,
  toMeta,
  type RawCondition,
  type RawObject,
  type RawTemplate,
  type StringMap,
} from './rawMeta';

interface RawPodTemplate extends RawTemplate {
  readonly metadata?: { readonly labels?: StringMap };
  readonly spec?: RawTemplate['spec'] &
    RequestingPod['spec'] &
    SchedulablePodSpec;
}

interface RawJobSpec {
  readonly backoffLimit?: number;
  readonly activeDeadlineSeconds?: number;
  readonly template?: RawPodTemplate;
}

interface RawCronJob extends RawObject {
  readonly spec?: {
    readonly schedule?: string;
    readonly timeZone?: string | null;
    readonly suspend?: boolean;
    readonly jobTemplate?: { readonly spec?: RawJobSpec };
  };
  readonly status?: {
    readonly lastScheduleTime?: string;
    readonly lastSuccessfulTime?: string;
  };
}

export function toCronJobRow(
  cronJob: RawCronJob,
  intern: Interner,
): CronJobRow {
  const { metadata, spec = {}, status = {} } = cronJob;
  const template = spec.jobTemplate?.spec?.template;
  return {
    ...toMeta(cronJob, intern),
    schedule: spec.schedule ?? '',
    timeZone: spec.timeZone ?? undefined,
    suspended: spec.suspend ?? false,
    changedAt: changedAt(metadata.managedFields),
    lastScheduleAt: status.lastScheduleTime,
    lastSuccessAt: status.lastSuccessfulTime,
    images: toImages(template, intern),
    pod: toPodTemplate(template, intern),
  };
}

function toPodTemplate(
  { metadata = {}, spec = { containers: [] } }: RawPodTemplate = {},
  intern: Interner,
): CronJobRow['pod'] {
  return {
    labels: intern.value(metadata.labels ?? {}),
    request: intern.value(podRequest({ spec })),
    terms: intern.value(readSchedulingTerms(spec)),
  };
}

/** When the spec was last written: the controller itself writes only the status. */
function changedAt(
  managers: RawObject['metadata']['managedFields'] = [],
): string | undefined {
  return managers
    .filter(({ subresource }) => subresource === undefined)
    .flatMap(({ time }) => time ?? [])
    .sort()
    .at(-1);
}

interface RawJob extends RawObject {
  readonly spec?: RawJobSpec;
  readonly status?: {
    readonly startTime?: string;
    readonly completionTime?: string;
    readonly active?: number;
    readonly failed?: number;
    readonly conditions?: readonly RawCondition[];
  };
}

/** On what `kubectl create job --from` makes. */
const BY_HAND = 'cronjob.kubernetes.io/instantiate';

/** As often as Kubernetes tries again when nothing is said. */
const RETRIES = 6;

export function toJobRow(job: RawJob, intern: Interner): JobRow {
  const { metadata, spec = {}, status = {} } = job;
  return {
    ...toMeta(job, intern),
    startedAt: status.startTime,
    completedAt: status.completionTime,
    byHand: metadata.annotations?.[BY_HAND] === 'manual',
    active: status.active ?? 0,
    failed: status.failed ?? 0,
    retries: spec.backoffLimit ?? RETRIES,
    deadlineSeconds: spec.activeDeadlineSeconds,
    images: toImages(spec.template, intern),
    conditions: toConditions(status.conditions),
  };
}
