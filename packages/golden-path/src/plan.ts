import type {
  Finding,
  FitAnswer,
  PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { peaksOf } from './peaks';
import { renderService } from './renderService';
import { judge } from './rules/judge';
import { ifKnown } from './rules/missing';
import { subjectOf } from './rules/subject';
import { answerPath } from './spec/answerPath';
import { completeAnswers } from './spec/completeAnswers';
import { parseServiceSpec } from './spec/parseServiceSpec';
import { repairAnswers } from './spec/repairAnswers';
import type { ServiceSpec } from './spec/serviceSpec';
import type { FileTree, RenderedEnvironment, ServicePlan } from './types';

/**
 * Everything that can be said before anything is made: the files, what each overlay makes of them, and what the rules
 * find.
 *
 * @param live - what the clusters say; without it, the rules that need it are listed as not checked
 */
export function planService(
  spec: ServiceSpec,
  platform: PlatformFacts,
  live?: FitAnswer,
): ServicePlan {
  const files = renderService(spec, platform);
  const subject = subjectOf({ spec, platform, live, files, previous: spec });
  return {
    ...judge(subject),
    files,
    environments: subject.environments,
    peaks: peaksOf(spec, platform),
  };
}

/**
 * What is wrong with a repository as it is now, after people and promotions have edited it.
 *
 * @param context - `previous`: the answers that made what runs now, when `files` were made from others; the lock file
 * among `files` is asked otherwise
 */
export function checkFiles(
  files: FileTree,
  context: {
    spec: ServiceSpec;
    platform: PlatformFacts;
    live?: FitAnswer;
    previous?: ServiceSpec;
  },
): {
  readonly findings: readonly Finding[];
  readonly environments: readonly RenderedEnvironment[];
} {
  const subject = subjectOf({ ...context, files });
  return {
    findings: judge(subject).findings.map(
      ({ repair: _, ...finding }) => finding,
    ),
    environments: ifKnown(subject.environments) ?? [],
  };
}

/** Answers, judged as far as they go. */
export type PlannedAnswers =
  | {
      /** They make a spec; `plan.findings` may still forbid it. */
      readonly ok: true;
      readonly spec: ServiceSpec;
      readonly plan: ServicePlan;
    }
  | {
      /** The schema refuses some of them; the rules were applied to the others. */
      readonly ok: false;
      readonly findings: readonly Finding[];
    };

/**
 * From what a form or a caller sent to everything that can be said about it, at once: an answer that is not well
 * formed does not hide what is wrong with the others.
 */
export function planAnswers(
  answers: unknown,
  platform: PlatformFacts,
  live?: FitAnswer,
): PlannedAnswers {
  const completed = completeAnswers(answers, platform);
  const parsed = parseServiceSpec(completed);
  if (parsed.ok) {
    return {
      ok: true,
      spec: parsed.spec,
      plan: planService(parsed.spec, platform, live),
    };
  }
  const repaired = repairAnswers(completed);
  if (repaired === undefined) return parsed;
  const stoodIn = repaired.repaired.map(path => answerPath(path, completed));
  const others = planService(repaired.spec, platform, live).findings.filter(
    ({ path }) =>
      !stoodIn.some(place => path === place || path.startsWith(`${place}.`)),
  );
  return { ok: false, findings: [...parsed.findings, ...others] };
}
