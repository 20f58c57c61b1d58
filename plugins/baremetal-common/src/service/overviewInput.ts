import type { Reading } from '../wire/reading';
import type { RolloutDetail } from '../wire/rolloutView';
import type { EnvironmentLines } from './environmentState';

/** What one cluster says of a service in one environment: the input of the overview. */
export interface OverviewPlace {
  readonly environment: string;
  readonly cluster: string;
  readonly namespace: string;
  readonly rollouts: Reading<readonly RolloutDetail[]>;
  readonly lines: EnvironmentLines;
}

/** The workload that is the service: what answers requests, not the store beside it. */
export function mainDetail({
  rollouts,
}: OverviewPlace): RolloutDetail | undefined {
  return rollouts.ok ? rollouts.value[0] : undefined;
}
