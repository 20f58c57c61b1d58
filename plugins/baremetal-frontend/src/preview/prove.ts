import type {
  Finding,
  FitAnswer,
  PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { planAnswers, type ServicePlan } from '@baremetal/golden-path';
import { type CreateFormData, toAnswers } from './formData';

/** What can be said about the answers so far. */
export interface Proof {
  /** Heaviest first. */
  readonly findings: readonly Finding[];
  readonly errors: number;
  readonly warnings: number;
  /** Absent while the answers are not even well formed. */
  readonly plan: ServicePlan | undefined;
}

const WEIGHT = { error: 0, warning: 1, info: 2 } as const;

/** Judges the form by the same engine as the action that will run it. */
export function prove(
  form: CreateFormData,
  platform: PlatformFacts,
  live: FitAnswer | undefined,
): Proof {
  const planned = planAnswers(toAnswers(form, platform), platform, live);
  return planned.ok
    ? summarize(planned.plan.findings, planned.plan)
    : summarize(planned.findings, undefined);
}

function summarize(
  findings: readonly Finding[],
  plan: ServicePlan | undefined,
): Proof {
  const sorted = [...findings].sort(
    (a, b) => WEIGHT[a.severity] - WEIGHT[b.severity],
  );
  return {
    findings: sorted,
    errors: sorted.filter(({ severity }) => severity === 'error').length,
    warnings: sorted.filter(({ severity }) => severity === 'warning').length,
    plan,
  };
}

/** Warnings that nobody accepted yet: the task refuses them as well. */
export function unacknowledged(
  proof: Proof,
  acknowledged: readonly string[] = [],
): readonly Finding[] {
  return proof.findings.filter(
    ({ id, severity }) => severity === 'warning' && !acknowledged.includes(id),
  );
}

/** Findings that belong to a field, by the path of its answer. */
export function findingsAt(
  proof: Proof | undefined,
  path: string,
): readonly Finding[] {
  return (
    proof?.findings.filter(
      finding => finding.path === path || finding.path.startsWith(`${path}.`),
    ) ?? []
  );
}
