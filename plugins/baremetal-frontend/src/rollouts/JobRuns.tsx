import type {
  JobRunView,
  JobView,
  RolloutDetail,
} from '@baremetal/backstage-plugin-baremetal-common';
import { useNow } from '../ui/clock';
import { DenseTable } from '../ui/DenseTable';
import { formatDuration, formatStart } from '../ui/formatTime';
import { Label, Mono } from '../ui/Mono';
import { ProblemNote } from '../ui/Problem';
import { Fact, Status } from '../ui/Status';
import { useNextRun } from '../ui/useNextRun';
import { useT, type Translate } from '../ui/useT';

/** What a scheduled job does, when it runs next, and what its last runs came to. */
export function JobRuns(props: {
  detail: RolloutDetail;
  job: JobView;
  environment: string;
}) {
  const t = useT();
  const { detail, job, environment } = props;
  const words = useNextRun(job);
  return (
    <>
      <Fact tone={detail.status.tone} detail={job.meaning || undefined}>
        {`${detail.name} ${job.does.replace(/\.$/, '')}.`}
      </Fact>
      <Label>{t('jobs.schedule', words)}</Label>
      {job.runs.known ? (
        <Runs runs={job.runs.value} environment={environment} />
      ) : (
        <ProblemNote problem={job.runs.problem} />
      )}
    </>
  );
}

function Runs(props: { runs: readonly JobRunView[]; environment: string }) {
  const t = useT();
  const now = useNow();
  const { runs, environment } = props;
  const explained = runs.some(run => run.why !== '');
  if (runs.length === 0) return <Label>{t('jobs.runs.none')}</Label>;
  return (
    <DenseTable
      label={t('jobs.runs.title', { environment })}
      columns={[
        { label: t('jobs.runs.run') },
        { label: t('jobs.runs.version') },
        { label: t('jobs.runs.started') },
        { label: t('jobs.runs.took') },
        { label: t('jobs.runs.outcome') },
        ...(explained ? [{ label: t('jobs.runs.why') }] : []),
        { label: t('jobs.runs.by') },
      ]}
      rows={runs.map(run => ({
        id: run.name,
        cells: [
          <Mono>{run.name}</Mono>,
          <Mono>{run.version?.text ?? t('jobs.runs.unknown')}</Mono>,
          run.startedAt
            ? formatStart(run.startedAt, now)
            : t('jobs.runs.unknown'),
          tookWords(t, run, now),
          <Status tone={run.outcome.tone}>{run.outcome.words}</Status>,
          ...(explained ? [run.why] : []),
          t(run.byHand ? 'jobs.runs.byHand' : 'jobs.runs.bySchedule'),
        ],
      }))}
    />
  );
}

function tookWords(t: Translate, run: JobRunView, now: number): string {
  const { startedAt, finishedAt } = run;
  if (startedAt === undefined) return t('jobs.runs.unknown');
  const started = Date.parse(startedAt);
  return finishedAt === undefined
    ? t('jobs.runs.going', { span: formatDuration(now - started) })
    : formatDuration(Date.parse(finishedAt) - started);
}
