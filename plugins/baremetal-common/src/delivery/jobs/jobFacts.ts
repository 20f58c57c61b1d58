import type { CronJobRow, JobRow, PodRow, TemplateImage } from '../../kube';
import type { Known } from '../../wire/reading';
import type { VersionLabel } from '../../wire/serviceOverview';
import { mainImage, toVersion } from '../version';
import type { DeliveryRows } from '../rolloutFacts';

/** One run with its pods. */
export interface RunFacts {
  readonly job: JobRow;
  readonly pods: readonly PodRow[];
  readonly version?: VersionLabel;
  /** It ran the image that is asked for now. */
  readonly isCurrent: boolean;
}

/** A scheduled job with all that belongs to it, by `uid` and never by name. */
export interface JobFacts {
  readonly cronJob: CronJobRow;
  /** Of what is asked for, with the digest that its runs reported or that is pinned. */
  readonly version?: VersionLabel;
  /** Newest first. */
  readonly runs: Known<readonly RunFacts[]>;
}

/** Collects what belongs to a scheduled job. */
export function gatherJob(cronJob: CronJobRow, rows: DeliveryRows): JobFacts {
  const asked = mainImage(cronJob.images, cronJob.kubernetesId);
  const runs: JobFacts['runs'] = rows.jobs.known
    ? {
        known: true,
        value: rows.jobs.value
          .filter(({ owner }) => owner?.uid === cronJob.uid)
          .sort(byStart)
          .map(job => toRun(job, asked, rows)),
      }
    : rows.jobs;
  const version = asked && versionOf(asked, runs);
  return { cronJob, runs, ...(version && { version }) };
}

function toRun(
  job: JobRow,
  asked: TemplateImage | undefined,
  { pods }: DeliveryRows,
): RunFacts {
  const own = pods.filter(({ owner }) => owner?.uid === job.uid);
  const ran = job.images.find(
    ({ container }) => container === asked?.container,
  );
  return {
    job,
    pods: own,
    isCurrent: ran !== undefined && ran.image === asked?.image,
    ...(ran && { version: toVersion(ran.image, digestOf(ran, own)) }),
  };
}

/** What its pods report, if they all report the same: those that have ended count as well. */
function digestOf(
  { container }: TemplateImage,
  pods: readonly PodRow[],
): string | undefined {
  const digests = new Set(
    pods
      .flatMap(({ containers }) => containers)
      .filter(({ name, digest }) => name === container && digest !== undefined)
      .map(({ digest }) => digest),
  );
  const [digest] = digests;
  return digests.size === 1 ? digest : undefined;
}

function versionOf(
  { image }: TemplateImage,
  runs: JobFacts['runs'],
): VersionLabel {
  const ran = runs.known
    ? runs.value.find(
        ({ isCurrent, version }) => isCurrent && version?.digest !== undefined,
      )?.version
    : undefined;
  return ran ?? toVersion(image);
}

/** When it began, as far as anybody says. */
export function startOf({ startedAt, createdAt }: JobRow): string | undefined {
  return startedAt ?? createdAt;
}

function byStart(a: JobRow, b: JobRow): number {
  return (
    (startOf(b) ?? '').localeCompare(startOf(a) ?? '') ||
    b.name.localeCompare(a.name)
  );
}
