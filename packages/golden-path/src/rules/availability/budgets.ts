import type { RenderedEnvironment } from '../../types';
import { at, matches, ofKind, type Workload, workloadsOf } from '../kube';

/** A disruption budget and the workload whose pods it counts. */
export interface Budget {
  readonly name: string;
  readonly minAvailable: number | string | undefined;
  readonly maxUnavailable: number | string | undefined;
  readonly workload: Workload;
}

export function budgetsOf(environment: RenderedEnvironment): Budget[] {
  const workloads = workloadsOf(environment);
  return ofKind(environment, 'PodDisruptionBudget').flatMap(budget => {
    const workload = workloads.find(({ podLabels }) =>
      matches(at(budget, 'spec', 'selector'), podLabels),
    );
    return workload
      ? [
          {
            name: budget.metadata.name,
            minAvailable: limit(at(budget, 'spec', 'minAvailable')),
            maxUnavailable: limit(at(budget, 'spec', 'maxUnavailable')),
            workload,
          },
        ]
      : [];
  });
}

function limit(value: unknown): number | string | undefined {
  return typeof value === 'number' || typeof value === 'string'
    ? value
    : undefined;
}

/** How many pods a limit means, rounded up as the disruption controller does. */
export function podsOf(limitOf: number | string, replicas: number): number {
  return typeof limitOf === 'number'
    ? limitOf
    : Math.ceil((replicas * parseInt(limitOf, 10)) / 100);
}
