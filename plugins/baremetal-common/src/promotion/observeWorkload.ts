import { isLiving } from '../delivery/podView';
import type { DeliveryRows } from '../delivery/rolloutFacts';
import { WAITS_FOR_PERSON } from '../delivery/rolloutStatus';
import { toRolloutDetails } from '../delivery/toRolloutDetails';
import { mainImage } from '../delivery/version';
import type { PodRow, TemplateImage } from '../kube';
import type { RolloutDetail } from '../wire/rolloutView';
import type { PodImage, WorkloadObservation } from './observation';
import { observeJob } from './observeJob';
import { parseImage } from './parseImage';

/**
 * What a promotion must know of the workload that serves requests: which images its pods really run, and which its
 * spec asks for.
 *
 * @returns `undefined` when nothing of the service is deployed there
 */
export function observeWorkload(
  rows: DeliveryRows,
  now: Date,
): WorkloadObservation | undefined {
  const [main] = toRolloutDetails(rows, now);
  if (main?.job) return observeJob(main, rows);
  const row = main && rowOf(main, rows);
  const wanted = row && mainImage(row.images, row.kubernetesId);
  if (!main || !row || !wanted) return undefined;
  const roles = new Map(main.pods.map(({ name, role }) => [name, role]));
  // Pods of older versions that are kept for a while serve nobody.
  const pods = rows.pods.filter(
    pod =>
      isLiving(pod) && roles.has(pod.name) && roles.get(pod.name) !== 'other',
  );
  return {
    kind: main.kind,
    phase: main.phase,
    words: wordsOf(main),
    images: countImages(pods, { roles, container: wanted.container }),
    wanted: parseImage(wanted.image),
    readyPods: pods.filter(({ ready }) => ready).length,
    wantedPods: row.replicas,
    ...(main.weight !== undefined && { weight: main.weight }),
    ...(main.since !== undefined && { since: main.since }),
    waitsForPerson: main.status.words === WAITS_FOR_PERSON,
  };
}

interface WorkloadRow {
  readonly name: string;
  readonly kubernetesId?: string;
  readonly replicas: number;
  readonly images: readonly TemplateImage[];
}

function rowOf(
  { kind, name }: RolloutDetail,
  rows: DeliveryRows,
): WorkloadRow | undefined {
  const named = (row: { readonly name: string }) => row.name === name;
  switch (kind) {
    case 'Rollout':
      return rows.rollouts.find(named);
    case 'Deployment':
      return rows.deployments.find(named);
    case 'StatefulSet':
      return rows.statefulSets.find(named);
    case 'CronJob':
      return undefined;
  }
}

function wordsOf({ phase, status, message }: RolloutDetail): string {
  switch (phase) {
    case 'aborted':
    case 'degraded':
    case 'invalid':
      if (message) return message.replace(/[.\s]+$/, '');
      break;
    case 'healthy':
    case 'notRun':
    case 'progressing':
    case 'paused':
    case 'unknown':
      break;
  }
  const { words } = status;
  return words.slice(0, 1).toLocaleLowerCase('en-US') + words.slice(1);
}

function countImages(
  pods: readonly PodRow[],
  of: {
    readonly roles: ReadonlyMap<string, PodImage['role']>;
    readonly container: string;
  },
): readonly PodImage[] {
  const counted = new Map<string, PodImage>();
  for (const pod of pods) {
    const container = pod.containers.find(({ name }) => name === of.container);
    if (!container) continue;
    const { digest: pinned, ...image } = parseImage(container.image);
    const digest = container.digest ?? pinned;
    const role = of.roles.get(pod.name) ?? 'other';
    const key = JSON.stringify([image, digest, role]);
    const known = counted.get(key)?.pods ?? 0;
    counted.set(key, {
      ...image,
      ...(digest !== undefined && { digest }),
      role,
      pods: known + 1,
    });
  }
  return [...counted.values()];
}
