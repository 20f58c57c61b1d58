import {
  at,
  type Container,
  containersOf,
  podMakersOf,
  type Probe,
} from '../kube';
import { type Rule, warning } from '../rule';

/** Kubernetes' own values. */
const DEFAULTS = { periodSeconds: 10, failureThreshold: 3 };

/** A start that takes no longer than this needs no probe of its own. */
const START_SECONDS = 60;

/** A pod that is only busy must leave its Service, not be restarted: that makes the others busier still. */
export const AV10: Rule = {
  id: 'AV10',
  title: 'A busy or starting pod is not restarted',
  *check({ environments }) {
    for (const environment of environments) {
      for (const workload of podMakersOf(environment)) {
        for (const container of containersOf(workload)) {
          const wrong = wrongWith(container);
          if (wrong === undefined) continue;
          yield warning({
            path: `deploy/overlays/${environment.environment}`,
            message: `Container ${container.name} of ${workload.kind} ${workload.name} ${wrong.reason}.`,
            fix: wrong.fix,
            environments: [environment.environment],
          });
        }
      }
    }
  },
};

function wrongWith(
  container: Container,
): { reason: string; fix: string } | undefined {
  const live = probeOf(at(container, 'livenessProbe'));
  const ready = probeOf(at(container, 'readinessProbe'));
  if (live === undefined) return undefined;
  if (ready && asks(live) === asks(ready) && spanOf(live) <= spanOf(ready)) {
    return {
      reason: `is restarted after ${spanOf(
        live,
      )} s without an answer, no later than it leaves its Service, and both probes ask the same: under load all pods restart one after the other`,
      fix: 'Let the liveness probe fail more often before it acts (failureThreshold: 6), or ask something cheaper.',
    };
  }
  const patience = Number(at(live, 'initialDelaySeconds') ?? 0) + spanOf(live);
  if (at(container, 'startupProbe') === undefined && patience < START_SECONDS) {
    return {
      reason: `is restarted ${patience} s after its start when it does not answer by then, and has no startup probe: a slow start never ends`,
      fix: 'Add a startupProbe that allows a minute or more.',
    };
  }
  return undefined;
}

function probeOf(probe: unknown): Probe | undefined {
  return typeof probe === 'object' && probe !== null
    ? (probe as Probe)
    : undefined;
}

/** What a probe asks, apart from its timing. */
function asks(probe: Probe): string {
  const { httpGet, tcpSocket, exec, grpc } = probe;
  return JSON.stringify([httpGet, tcpSocket, exec, grpc]);
}

/** Seconds without an answer after which it acts. */
function spanOf(probe: Probe): number {
  const { periodSeconds, failureThreshold } = { ...DEFAULTS, ...probe };
  return Number(periodSeconds) * Number(failureThreshold);
}
