import type { PodRow } from '../kube';
import { countWords } from '../quantity/words';
import type { PodView } from '../wire/rolloutView';
import type { Tone } from '../wire/statement';

/** What the starting of a container is called by the kubelet; not a fault. */
const STARTING = ['ContainerCreating', 'PodInitializing'];

/** A pod, ready to be shown. */
export function toPodView(
  pod: PodRow,
  place: {
    readonly role: PodView['role'];
    readonly domain: string | undefined;
  },
): PodView {
  const restarts = restartsOf(pod);
  const lastRestart = lastRestartWords(pod, restarts);
  return {
    name: pod.name,
    ...(pod.node !== undefined && { node: pod.node }),
    ...(place.domain !== undefined && { domain: place.domain }),
    role: place.role,
    status: podStatus(pod),
    ...(pod.startedAt !== undefined && { startedAt: pod.startedAt }),
    restarts,
    ...(lastRestart !== undefined && { lastRestart }),
  };
}

/** The state of a pod in words; the order of the checks is the meaning. */
export function podStatus(pod: PodRow): {
  readonly tone: Tone;
  readonly words: string;
} {
  if (pod.deleting) {
    return { tone: 'busy', words: 'Ending' };
  }
  switch (pod.phase) {
    case 'Succeeded':
      return { tone: 'ok', words: 'Finished' };
    case 'Failed':
      return { tone: 'bad', words: pod.reason ?? 'Failed' };
    case 'Unknown':
      return { tone: 'unknown', words: 'Its node does not answer' };
    case 'Pending':
    case 'Running':
      return livingStatus(pod);
  }
}

function livingStatus(pod: PodRow): ReturnType<typeof podStatus> {
  if (pod.ready) {
    return { tone: 'ok', words: 'Ready' };
  }
  if (pod.node === undefined) {
    return pod.unschedulable
      ? { tone: 'bad', words: `Waits for a node: ${pod.unschedulable}` }
      : { tone: 'busy', words: 'Waits for a node' };
  }
  const stuck = pod.containers.find(
    ({ waiting }) =>
      waiting !== undefined && !STARTING.includes(waiting.reason),
  )?.waiting;
  if (stuck) {
    return { tone: 'bad', words: stuck.reason };
  }
  return pod.phase === 'Pending'
    ? { tone: 'busy', words: 'Starting' }
    : { tone: 'warn', words: 'Runs, not ready' };
}

/** Restarts of all containers. */
export function restartsOf({ containers }: PodRow): number {
  return containers.reduce((sum, { restarts }) => sum + restarts, 0);
}

function lastRestartWords(pod: PodRow, restarts: number): string | undefined {
  const ended = pod.containers
    .filter(container => container.restarts > 0)
    .flatMap(container => container.ended ?? [])
    .sort((a, b) => (a.at ?? '').localeCompare(b.at ?? ''))
    .at(-1);
  if (restarts === 0) {
    return undefined;
  }
  const { reason, exitCode } = ended ?? {};
  const why = [
    ...(reason === undefined ? [] : [reason]),
    ...(exitCode === undefined ? [] : [`exit code ${exitCode}`]),
  ].join(', ');
  return `${countWords(restarts, 'restart')}${why ? `: ${why}` : ''}`;
}

/** Pods that serve or are meant to: finished and ending ones are not counted. */
export function isLiving(pod: PodRow): boolean {
  return !pod.deleting && pod.phase !== 'Succeeded' && pod.phase !== 'Failed';
}
