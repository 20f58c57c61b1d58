import { KINDS } from '../kinds';
import type { KubeObject } from '../objects';
import { sameJson } from '../objects';
import { isTrue, withCondition } from './conditions';
import type { ControllerContext } from './context';
import { findLive, wakeOwner, wakeSelf } from './context';
import type { Controller } from './ControllerLoop';
import { createPod, livePods, randomSuffix } from './podSet';

/**
 * Runs each Job once: its pod starts, runs for a moment and succeeds.
 *
 * @remarks What a program does is not simulated, so none fails by itself; one that a scenario marks as failed stays so.
 */
export function jobController(context: ControllerContext): Controller {
  return {
    name: 'jobs',
    wakes: [
      { kind: KINDS.jobs, keys: wakeSelf },
      { kind: KINDS.pods, keys: wakeOwner(KINDS.jobs) },
    ],
    reconcile(key) {
      const job = findLive(context, KINDS.jobs, key);
      if (job && !isTrue(job, 'Failed')) run(context, job);
      return undefined;
    },
  };
}

function run(context: ControllerContext, job: KubeObject): void {
  const { objects, clock } = context;
  const { name } = job.metadata;
  const pods = livePods(context, job);
  if (pods.length === 0 && !job.status?.completionTime) {
    createPod(context, job, {
      name: `${name}-${randomSuffix()}`,
      template: job.spec.template,
      labels: { 'batch.kubernetes.io/job-name': name, 'job-name': name },
    });
    return;
  }
  const done = pods.some(({ status }) => status.phase === 'Succeeded');
  const stamp = clock.stamp();
  const status = {
    ...job.status,
    startTime: job.status?.startTime ?? stamp,
    active: done ? 0 : pods.length,
    ...(done && {
      succeeded: 1,
      completionTime: job.status?.completionTime ?? stamp,
      conditions: withCondition(
        job.status?.conditions,
        { type: 'Complete', status: 'True' },
        stamp,
      ),
    }),
  };
  if (!sameJson(status, job.status)) {
    objects.setStatus(KINDS.jobs, job, status);
  }
}
