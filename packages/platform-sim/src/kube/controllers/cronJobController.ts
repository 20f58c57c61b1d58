import { CronExpressionParser } from 'cron-parser';
import { toStamp } from '../../clock';
import { KINDS } from '../kinds';
import type { KubeObject } from '../objects';
import { keyOf, keyText, ownedBy, sameJson } from '../objects';
import { isTrue } from './conditions';
import type { ControllerContext } from './context';
import { findLive, wakeOwner, wakeSelf } from './context';
import type { Controller } from './ControllerLoop';

const SCHEDULED_AT = 'batch.kubernetes.io/cronjob-scheduled-timestamp';
const MINUTE_MS = 60_000;

/** Starts Jobs by the schedules of CronJobs, on the platform's clock, and keeps the last few. */
export function cronJobController(context: ControllerContext): Controller {
  return {
    name: 'cronjobs',
    wakes: [
      { kind: KINDS.cronjobs, keys: wakeSelf },
      { kind: KINDS.jobs, keys: wakeOwner(KINDS.cronjobs) },
    ],
    reconcile(key) {
      const cronJob = findLive(context, KINDS.cronjobs, key);
      if (!cronJob) return undefined;
      forgetOld(context, cronJob);
      const now = context.clock.now();
      const times = timesAround(cronJob, now);
      const due = times && startable(cronJob, times.last, now);
      const started =
        due !== undefined && makeRoom(context, cronJob)
          ? start(context, cronJob, due)
          : undefined;
      writeStatus(context, cronJob, started);
      return times && times.next - now;
    },
  };
}

/** Nothing for a schedule that cannot be read: the API server would not have taken it. */
function timesAround(
  { spec }: KubeObject,
  now: number,
): { readonly last: number; readonly next: number } | undefined {
  const at = (time: number) =>
    CronExpressionParser.parse(spec.schedule, {
      currentDate: new Date(time),
      tz: spec.timeZone ?? 'Etc/UTC',
    });
  try {
    // Looks strictly before, and now may be the time itself.
    return {
      last: at(now + 1)
        .prev()
        .getTime(),
      next: at(now).next().getTime(),
    };
  } catch {
    return undefined;
  }
}

/** The last time that is due, unless it was started, is too long ago, or was before there was anything to start. */
function startable(
  { metadata, spec, status }: KubeObject,
  due: number,
  now: number,
): number | undefined {
  const since = Date.parse(
    status?.lastScheduleTime ?? metadata.creationTimestamp,
  );
  const late = now - due;
  const deadline = (spec.startingDeadlineSeconds ?? Infinity) * 1000;
  return spec.suspend || due <= since || late > deadline ? undefined : due;
}

/** What runs decides, by the policy, whether another may. */
function makeRoom(context: ControllerContext, cronJob: KubeObject): boolean {
  const active = runsOf(context, cronJob).filter(run => !isFinished(run));
  switch (cronJob.spec.concurrencyPolicy) {
    case 'Forbid':
      return active.length === 0;
    case 'Replace':
      active.forEach(run => context.objects.remove(KINDS.jobs, keyOf(run)));
      return true;
    default:
      return true;
  }
}

/** @returns the time that it was due, as the status says it */
function start(
  { objects }: ControllerContext,
  cronJob: KubeObject,
  due: number,
): string {
  const { name, namespace } = cronJob.metadata;
  const { metadata = {}, spec } = cronJob.spec.jobTemplate;
  const key = { namespace, name: `${name}-${due / MINUTE_MS}` };
  if (!objects.find(KINDS.jobs, key)) {
    objects.create(KINDS.jobs, {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: {
        ...key,
        ...(metadata.labels && { labels: metadata.labels }),
        annotations: { ...metadata.annotations, [SCHEDULED_AT]: toStamp(due) },
        ownerReferences: [ownedBy(cronJob)],
      },
      spec,
    });
  }
  return toStamp(due);
}

function writeStatus(
  context: ControllerContext,
  cronJob: KubeObject,
  started: string | undefined,
): void {
  const runs = runsOf(context, cronJob);
  const successes = runs
    .flatMap(({ status }) => status?.completionTime ?? [])
    .sort();
  const active = runs
    .filter(run => !isFinished(run))
    .map(({ apiVersion, kind, metadata: { name, namespace, uid } }) => ({
      apiVersion,
      kind,
      name,
      namespace,
      uid,
    }));
  const { active: _, ...before } = cronJob.status ?? {};
  const status = {
    ...before,
    ...(active.length > 0 && { active }),
    ...(started && { lastScheduleTime: started }),
    ...(successes.length > 0 && { lastSuccessfulTime: successes.at(-1) }),
  };
  if (!sameJson(status, cronJob.status ?? {})) {
    context.objects.setStatus(KINDS.cronjobs, cronJob, status);
  }
}

/** Keeps as many runs as it is told to, of each outcome. */
function forgetOld(context: ControllerContext, cronJob: KubeObject): void {
  const { successfulJobsHistoryLimit = 3, failedJobsHistoryLimit = 1 } =
    cronJob.spec;
  const runs = runsOf(context, cronJob);
  const limits = [
    ['Complete', successfulJobsHistoryLimit],
    ['Failed', failedJobsHistoryLimit],
  ] as const;
  for (const [outcome, limit] of limits) {
    runs
      .filter(run => isTrue(run, outcome))
      .sort((a, b) => startOf(b).localeCompare(startOf(a)))
      .slice(limit)
      .forEach(run => context.objects.remove(KINDS.jobs, keyOf(run)));
  }
}

function runsOf({ objects }: ControllerContext, cronJob: KubeObject) {
  return objects.store
    .ownedBy(cronJob.metadata.uid, KINDS.jobs)
    .filter(({ metadata }) => !metadata.deletionTimestamp);
}

function isFinished(run: KubeObject): boolean {
  return isTrue(run, 'Complete') || isTrue(run, 'Failed');
}

function startOf({ status, metadata }: KubeObject): string {
  return `${status?.startTime ?? metadata.creationTimestamp} ${keyText(
    metadata,
  )}`;
}
