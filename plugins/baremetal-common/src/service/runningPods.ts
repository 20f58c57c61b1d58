import { countWords } from '../quantity/words';
import type { RolloutDetail } from '../wire/rolloutView';
import type { EnvironmentState } from '../wire/serviceOverview';

/** Pods of a scheduled job live as long as its runs: none is nothing bad. */
export function runningPods({ pods }: RolloutDetail): EnvironmentState['pods'] {
  return {
    tone: 'ok',
    value:
      pods.length === 0
        ? 'None now'
        : `${countWords(pods.length, 'pod')} at work`,
    note: 'as long as a run lasts',
    cells: pods.map(({ status }) => ({
      ready: status.tone === 'ok',
      canary: false,
    })),
  };
}
