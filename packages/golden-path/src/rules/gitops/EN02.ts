import { jobOf } from '../../manifests/cronJob';
import { keepsLastingData } from '../../spec/data';
import { mostPodsOf } from '../../spec/replicas';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { answersRequests, isScaled } from '../../spec/workload';
import {
  error,
  info,
  type Outcome,
  resolved,
  type Rule,
  warning,
} from '../rule';

/** Whoever answers a question expects something of it; where nothing follows, that is said before it is missed. */
export const EN02: Rule = {
  id: 'EN02',
  title: 'An answer that has no effect',
  *check({ spec }) {
    yield* aboutJobs(spec);
    yield* aboutScaling(spec);
    yield* aboutRequests(spec);
    if (spec.snapshots !== undefined && !keepsLastingData(spec)) {
      yield warning({
        path: 'snapshots',
        message:
          'Snapshots are asked for, and no claim outlives its pod: there is nothing to take a snapshot of.',
        fix: 'Leave the snapshots out, or choose data that stays.',
        repair: [{ path: 'snapshots' }],
      });
    }
  },
};

function* aboutJobs(spec: ServiceSpec): Iterable<Outcome> {
  if (spec.archetype !== 'job') {
    if (spec.job !== undefined) {
      yield warning({
        path: 'job',
        message: `A schedule is answered, and a ${spec.archetype} runs all the time: nothing starts at that hour.`,
        fix: 'Leave it out, or choose the archetype job.',
        repair: [{ path: 'job' }],
      });
    }
    return;
  }
  if (spec.job === undefined) {
    yield resolved(
      `No schedule was answered, so it runs at "${jobOf(spec).schedule}" (${
        jobOf(spec).timeZone
      }).`,
    );
  }
  if (spec.data.shape === 'ownFiles') {
    yield error({
      path: 'data.shape',
      message:
        'Files of its own are kept per replica, and a job has no replicas: each run is a pod of its own, which would find no volume.',
      fix: 'Choose files that all pods share, or a store beside it.',
    });
  }
  if (spec.scaling.kind !== 'fixed') {
    yield warning({
      path: 'scaling',
      message:
        'A scaler is asked for, and a job runs by its schedule, one pod at a time: nothing would be scaled, so none is made.',
      fix: 'Leave the scaling fixed, or choose the archetype worker for work that comes at any time.',
      repair: [{ path: 'scaling' }],
    });
  }
  const { strategy } = spec.delivery;
  if (strategy === 'blueGreen' || strategy === 'ab') {
    yield warning({
      path: 'delivery.strategy',
      message: `A job has no arrival of a new version (${strategy}): the next run simply uses it.`,
      fix: 'Leave the strategy out.',
      repair: [{ path: 'delivery.strategy' }],
    });
  }
}

function* aboutScaling(spec: ServiceSpec): Iterable<Outcome> {
  const { scaling } = spec;
  if (!isScaled(spec)) {
    const bounded = spec.environments.filter(
      ({ maxReplicas }) => maxReplicas !== undefined,
    );
    for (const { name } of bounded) {
      yield info({
        path: `environments.${name}.maxReplicas`,
        message:
          'A most number of pods is answered, and nothing scales: there are always as many as replicas says.',
        fix: 'Choose a scaler, or leave it out.',
        repair: [{ path: `environments.${name}.maxReplicas` }],
        environments: [name],
      });
    }
  } else if (scaling.kind === 'keda') {
    for (const trigger of scaling.triggers) {
      if (trigger.type === 'latency' && !answersRequests(spec)) {
        yield error({
          path: 'scaling.triggers',
          message: `It is to be scaled by the latency of its answers, and a ${spec.archetype} answers no requests: the series would always be empty.`,
          fix: 'Use the work that waits (a queue), the time of day or CPU.',
        });
      }
      if (trigger.type !== 'cron') continue;
      for (const environment of spec.environments) {
        const most = mostPodsOf(spec, environment);
        if (trigger.replicas <= most) continue;
        yield warning({
          path: `environments.${environment.name}.maxReplicas`,
          message: `From "${trigger.start}" on there are to be ${trigger.replicas} pods, and at most ${most} are allowed in ${environment.name}.`,
          fix: `Allow ${trigger.replicas}, or ask for fewer at that time.`,
          repair: [
            {
              path: `environments.${environment.name}.maxReplicas`,
              value: trigger.replicas,
            },
          ],
          environments: [environment.name],
        });
      }
    }
  }
}

function* aboutRequests(spec: ServiceSpec): Iterable<Outcome> {
  if (answersRequests(spec)) return;
  const { zeroDowntime, expectedRps } = spec.slo;
  if (zeroDowntime && spec.archetype === 'job') {
    yield warning({
      path: 'slo.zeroDowntime',
      message:
        'No moment without a pod is promised, and a job has none between its runs.',
      fix: 'Leave it out, or choose the archetype worker.',
      repair: [{ path: 'slo.zeroDowntime', value: false }],
    });
  }
  if (expectedRps !== undefined) {
    yield info({
      path: 'slo.expectedRps',
      message: `Requests per second are answered, and a ${spec.archetype} answers no requests.`,
      fix: 'Leave it out.',
      repair: [{ path: 'slo.expectedRps' }],
    });
  }
}
