import type {
  Finding,
  FitAnswer,
  PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import {
  answerAt,
  planAnswers,
  type ServicePlan,
  SPEC_ISSUE,
} from '@baremetal/golden-path';
import type { CreateFormData, FormPage } from './formData';
import { pageOf } from './pages';
import { toAnswers } from './toAnswers';

/** What can be said about the answers so far, and what they make. */
export interface Proof<Plan = ServicePlan> {
  /** Heaviest first. */
  readonly findings: readonly Finding[];
  /** Those of them that only say that a question is not answered yet. */
  readonly unanswered: readonly Finding[];
  /** Errors in what was answered. */
  readonly errors: number;
  readonly warnings: number;
  /** Absent while the answers are not even well formed. */
  readonly plan: Plan | undefined;
}

const WEIGHT = { error: 0, warning: 1, info: 2 } as const;

/** Judges the form by the same engine as the action that will run it. */
export function prove(
  form: CreateFormData,
  platform: PlatformFacts,
  live: FitAnswer | undefined,
): Proof {
  const answers = toAnswers(form, platform);
  const planned = planAnswers(answers, platform, live);
  return planned.ok
    ? summarize(planned.plan.findings, { plan: planned.plan, answers })
    : summarize<ServicePlan>(planned.findings, { plan: undefined, answers });
}

/** Findings in the order of their weight; one about an answer that was not given yet is an open question. */
export function summarize<Plan>(
  findings: readonly Finding[],
  of: { plan: Plan | undefined; answers: unknown },
): Proof<Plan> {
  const sorted = findings
    // The form names the repository after the service: without a name both are open for one reason.
    .filter(({ path }) => path !== 'repo.name' || !isEmpty(of.answers, 'name'))
    .sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
  const unanswered = sorted.filter(
    ({ id, path }) => id === SPEC_ISSUE && isEmpty(of.answers, path),
  );
  return {
    findings: sorted,
    unanswered,
    errors:
      sorted.filter(({ severity }) => severity === 'error').length -
      unanswered.length,
    warnings: sorted.filter(({ severity }) => severity === 'warning').length,
    plan: of.plan,
  };
}

function isEmpty(answers: unknown, path: string): boolean {
  const answer = answerAt(answers, path);
  return (
    answer === undefined ||
    answer === null ||
    answer === '' ||
    (Array.isArray(answer) && answer.length === 0)
  );
}

/**
 * Errors that only this page or an earlier one can mend. What another strategy on page 3 would mend does not hold
 * page 2: files shared by all pods forbid a canary, and the strategy is not chosen there.
 */
export function errorsOf(
  page: FormPage,
  form: CreateFormData,
  facts: { platform: PlatformFacts; live: FitAnswer | undefined },
): readonly Finding[] {
  const judge = (subject: CreateFormData) =>
    prove(subject, facts.platform, facts.live).findings.filter(
      ({ severity, path }) => severity === 'error' && pageOf(path) === page,
    );
  const errors = judge(form);
  if (page !== 'runtime' || errors.length === 0) return errors;
  const plainest = judge({ ...form, delivery: { strategy: 'rolling' } });
  return errors.filter(error =>
    plainest.some(({ id, path }) => id === error.id && path === error.path),
  );
}

/** Warnings that nobody accepted yet: the task refuses them as well. */
export function unacknowledged(
  proof: Pick<Proof, 'findings'>,
  acknowledged: readonly string[] = [],
): readonly Finding[] {
  return proof.findings.filter(
    ({ id, severity }) => severity === 'warning' && !acknowledged.includes(id),
  );
}

/** Findings that belong to a field, by the path of its answer. */
export function findingsAt(
  proof: Pick<Proof, 'findings'> | undefined,
  path: string,
): readonly Finding[] {
  return (
    proof?.findings.filter(
      finding => finding.path === path || finding.path.startsWith(`${path}.`),
    ) ?? []
  );
}
