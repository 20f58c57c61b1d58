import { durationWords } from '../quantity/words';
import type { JobRunView, JobView } from '../wire/jobView';
import type { ChangeEvent } from '../wire/serviceOverview';
import type { Tone } from '../wire/statement';

/** What the runs of a scheduled job came to, as far as the cluster keeps them. */
export function runChanges(
  environment: string,
  { runs }: JobView,
): ChangeEvent[] {
  return runs.known
    ? runs.value.flatMap(run => toChange(environment, run))
    : [];
}

function toChange(environment: string, run: JobRunView): ChangeEvent[] {
  const { startedAt, finishedAt, outcome, version, why, byHand } = run;
  const at = finishedAt ?? startedAt;
  return at === undefined
    ? []
    : [
        {
          at,
          environment,
          kind: kindOf(outcome.tone),
          title: `Run of ${
            version?.text ?? run.name
          }: ${outcome.words.toLowerCase()}`,
          detail: why || tookWords(run),
          who: byHand ? 'by hand' : 'by its schedule',
        },
      ];
}

function kindOf(tone: Tone): ChangeEvent['kind'] {
  switch (tone) {
    case 'ok':
      return 'done';
    case 'busy':
      return 'moves';
    case 'wait':
    case 'unknown':
      return 'waits';
    case 'warn':
    case 'bad':
      return 'failed';
  }
}

function tookWords({ startedAt, finishedAt }: JobRunView): string {
  return startedAt === undefined || finishedAt === undefined
    ? ''
    : `Took ${durationWords(Date.parse(finishedAt) - Date.parse(startedAt))}`;
}
