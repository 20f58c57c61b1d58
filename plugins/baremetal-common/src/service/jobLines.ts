import { capitalized, countWords } from '../quantity/words';
import type { JobView } from '../wire/jobView';
import type { RolloutDetail } from '../wire/rolloutView';
import type { EnvironmentState, TwoLines } from '../wire/serviceOverview';

/** What the runs of a scheduled job do, for its column. */
export function runLines(
  { status: { tone } }: RolloutDetail,
  { does, meaning }: JobView,
): TwoLines {
  return { tone, value: capitalized(does), note: meaning };
}

/** Pods of a scheduled job live as long as its runs: none is nothing bad. */
export function runningPods({ pods }: RolloutDetail): EnvironmentState['pods'] {
  const running = pods.filter(
    ({ status }) => status.words !== 'Finished' && status.tone !== 'bad',
  );
  return {
    tone: 'ok',
    value:
      running.length === 0
        ? 'None now'
        : `${countWords(running.length, 'pod')} at work`,
    note: 'as long as a run lasts',
    cells: running.map(({ status }) => ({
      ready: status.tone === 'ok',
      canary: false,
    })),
  };
}
