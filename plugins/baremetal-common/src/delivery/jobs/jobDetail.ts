import type { CronJobRow } from '../../kube';
import { nextTimes } from '../../quantity/schedule';
import type { JobRunView, JobView } from '../../wire/jobView';
import type { RolloutDetail } from '../../wire/rolloutView';
import { isLiving, toPodView } from '../podView';
import type { DeliveryRows } from '../rolloutFacts';
import { gatherJob, startOf, type JobFacts, type RunFacts } from './jobFacts';
import { jobSituation, missedStart, scheduleOf } from './jobSituation';
import { jobWords, nextWords, runWords, type JobWords } from './jobWords';

/** A scheduled job, ready to be shown: what a rollout is for what serves, its runs are for what ends. */
export function toJobDetail(
  cronJob: CronJobRow,
  rows: DeliveryRows,
  now: Date,
): RolloutDetail {
  const facts = gatherJob(cronJob, rows);
  const words = jobWords(facts, jobSituation(facts), now);
  const runs = facts.runs.known ? facts.runs.value : [];
  return {
    kind: 'CronJob',
    name: cronJob.name,
    namespace: cronJob.namespace,
    phase: words.phase,
    status: words.status,
    message: words.does,
    ...(facts.version && { stable: facts.version }),
    ...(words.since !== undefined && { since: words.since }),
    weightIs: 'pods',
    steps: [],
    stepWords: '',
    analyses: [],
    weights: [],
    // Those that have ended are told by their runs.
    pods: runs.flatMap(({ pods, isCurrent }) =>
      pods.filter(isLiving).map(pod =>
        toPodView(pod, {
          role: isCurrent ? 'stable' : 'other',
          domain: rows.domainOf(pod.node ?? ''),
        }),
      ),
    ),
    revisions: [],
    guard: [],
    verbs: [],
    job: toJobView(facts, words, now),
  };
}

function toJobView(facts: JobFacts, words: JobWords, now: Date): JobView {
  const { cronJob, runs } = facts;
  const { schedule, timeZone, suspended } = cronJob;
  const next = suspended ? undefined : nextTimes(scheduleOf(cronJob), now)[0];
  const missed = missedStart(cronJob, now);
  return {
    schedule,
    ...(timeZone !== undefined && { timeZone }),
    suspended,
    ...(next && { nextRunAt: next.toISOString() }),
    ...(missed && { missedAt: missed.toISOString() }),
    runs: runs.known ? { known: true, value: runs.value.map(toRunView) } : runs,
    does: words.does,
    meaning: words.meaning,
    last: words.last,
    next: nextWords(cronJob, now),
  };
}

function toRunView(run: RunFacts): JobRunView {
  const { job, version } = run;
  const startedAt = startOf(job);
  return {
    name: job.name,
    ...(version && { version }),
    ...(startedAt !== undefined && { startedAt }),
    byHand: job.byHand,
    ...runWords(run),
  };
}
