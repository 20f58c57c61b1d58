import type {
  PlanAnswer,
  PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import {
  completeAnswers,
  fitQuestionOf,
  GOLDEN_PATH_VERSION,
  ownershipOf,
  parseServiceSpec,
  planAnswers,
  type ServicePlan,
} from '@baremetal/golden-path';
import type { FitService } from './ServiceViews';

const NOTHING_PLANNED = {
  autoResolved: [],
  notChecked: [],
  files: [],
  environments: [],
};

/** Plans a service from its answers, with the room that the clusters have right now. Writes nothing. */
export function planFromAnswers(
  answers: unknown,
  { platform, capacity }: { platform: PlatformFacts; capacity: FitService },
): PlanAnswer {
  const parsed = parseServiceSpec(completeAnswers(answers, platform));
  // Without a spec nobody can be asked for room; the rules still judge the answers that are well formed.
  const live = parsed.ok ? capacity.fit(fitQuestionOf(parsed.spec)) : undefined;
  const planned = planAnswers(answers, platform, live);
  return planned.ok
    ? toPlanAnswer(planned.plan)
    : {
        specVersion: GOLDEN_PATH_VERSION,
        findings: planned.findings,
        ...NOTHING_PLANNED,
      };
}

function toPlanAnswer(plan: ServicePlan): PlanAnswer {
  const { findings, autoResolved, notChecked, files, peaks } = plan;
  return {
    specVersion: GOLDEN_PATH_VERSION,
    findings,
    autoResolved,
    notChecked,
    files: [...files].map(([path, text]) => ({
      path,
      bytes: Buffer.byteLength(text),
      ownership: ownershipOf(path),
    })),
    environments: peaks.map(({ environment, ...peak }) => ({
      name: environment,
      manifests:
        plan.environments.find(other => other.environment === environment)
          ?.objects.length ?? 0,
      peak,
    })),
  };
}
