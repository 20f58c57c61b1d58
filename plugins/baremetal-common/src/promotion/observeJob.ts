import type { DeliveryRows } from '../delivery/rolloutFacts';
import { mainImage } from '../delivery/version';
import type { RolloutDetail } from '../wire/rolloutView';
import type { WorkloadObservation } from './observation';
import { parseImage } from './parseImage';

/**
 * What a promotion must know of a scheduled job: the image that its next run takes, and whether a run with it
 * succeeded.
 *
 * @returns `undefined` when it is gone
 */
export function observeJob(
  { name, job, phase, since, stable }: RolloutDetail,
  rows: DeliveryRows,
): WorkloadObservation | undefined {
  const row = rows.cronJobs.find(each => each.name === name);
  const asked = row && mainImage(row.images, row.kubernetesId);
  if (!job || !asked) return undefined;
  const wanted = parseImage(asked.image);
  // Pinned, or what a run with exactly this image reported.
  const digest = wanted.digest ?? stable?.digest;
  const runs = job.runs.known ? job.runs.value : [];
  return {
    kind: 'CronJob',
    phase,
    words: job.does,
    images: [
      {
        ...wanted,
        ...(digest !== undefined && { digest }),
        role: 'stable',
        pods: runs.filter(({ version }) => version?.digest === digest).length,
      },
    ],
    wanted,
    readyPods: 0,
    wantedPods: 0,
    ...(since !== undefined && { since }),
    waitsForPerson: false,
  };
}
