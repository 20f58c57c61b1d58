import { graceSecondsOf } from '../../manifests/podSpec';
import { type Container, containersOf, podMakersOf } from '../kube';
import { error, resolved, type Rule } from '../rule';

const DEFAULT_GRACE = 30;

/** Requests in flight are cut when the grace period ends before the drain does. */
export const AV08: Rule = {
  id: 'AV08',
  title: 'A pod has time to drain before it is killed',
  *check({ spec, environments }) {
    for (const environment of environments) {
      for (const workload of podMakersOf(environment)) {
        const grace =
          workload.pod.terminationGracePeriodSeconds ?? DEFAULT_GRACE;
        for (const { name, lifecycle, env } of containersOf(workload)) {
          const pause = pauseOf(lifecycle);
          const drain = Number(
            env?.find(variable => variable.name === 'DRAIN_SECONDS')?.value ??
              0,
          );
          if (pause + drain < grace) continue;
          yield error({
            path: `deploy/overlays/${environment.environment}`,
            message: `Container ${name} of ${workload.kind} ${workload.name} waits ${pause} s and drains for ${drain} s, and its pod is killed after ${grace} s: requests in flight are cut.`,
            fix: `Set terminationGracePeriodSeconds to more than ${
              pause + drain
            }.`,
            environments: [environment.environment],
          });
        }
      }
    }
    const grace = graceSecondsOf(spec);
    if (grace !== spec.shutdown.graceSeconds) {
      yield resolved(
        `A pod gets ${grace} s to end instead of ${spec.shutdown.graceSeconds} s: it waits ${spec.shutdown.preStopSeconds} s and drains for ${spec.shutdown.drainSeconds} s.`,
      );
    }
  },
};

/** Seconds that a container waits before it is told to end, by the field for it or by the command that came before. */
function pauseOf(lifecycle: Container['lifecycle']): number {
  const { sleep, exec } = lifecycle?.preStop ?? {};
  const [, seconds] =
    /(?:^|[\s;&])sleep\s+(\d+)(?![\w.])/.exec(
      (exec?.command ?? []).join(' '),
    ) ?? [];
  return sleep?.seconds ?? Number(seconds ?? 0);
}
