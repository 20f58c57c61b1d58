import {
  type Finding,
  type FitAnswer,
  type FitQuestion,
  parseMillicores,
  parseQuantity,
  type PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { explainSpecIssues } from '../spec/explainSpecIssues';
import type { FileTree } from '../types';
import { judgePool, type PoolJudgement } from './judgePool';
import { wellFormedPool } from './poolAnswers';
import { type PoolSpec, poolSpecSchema } from './poolSpec';
import { renderPool } from './renderPool';

/** Answers of the platform team with their defaults filled in, or what is wrong with them. */
export type ParsedPool =
  | { readonly ok: true; readonly spec: PoolSpec }
  | { readonly ok: false; readonly findings: readonly Finding[] };

export function parsePoolSpec(answers: unknown): ParsedPool {
  const result = poolSpecSchema.safeParse(answers);
  return result.success
    ? { ok: true, spec: result.data }
    : { ok: false, findings: explainSpecIssues(result.error, answers) };
}

/** Files of a pool, and what is to be said about it before it is proposed. */
export interface PoolPlan extends PoolJudgement {
  readonly files: FileTree;
}

/** @param live - what the clusters say about their machines */
export function planPool(
  spec: PoolSpec,
  platform: PlatformFacts,
  live?: FitAnswer,
): PoolPlan {
  return {
    ...judgePool(spec, platform, live),
    files: renderPool(spec, platform),
  };
}

/** Answers about a pool, judged as far as they go. */
export type PlannedPool =
  | {
      /** They make a pool; `plan.findings` may still forbid it. */
      readonly ok: true;
      readonly spec: PoolSpec;
      readonly plan: PoolPlan;
    }
  | {
      /** The schema refuses some of them; the rules were applied to the others. */
      readonly ok: false;
      readonly findings: readonly Finding[];
    };

/** From what a form or a caller sent to everything that can be said about it, at once. */
export function planPoolAnswers(
  answers: unknown,
  platform: PlatformFacts,
  live?: FitAnswer,
): PlannedPool {
  const parsed = parsePoolSpec(answers);
  if (parsed.ok) {
    const { spec } = parsed;
    return { ok: true, spec, plan: planPool(spec, platform, live) };
  }
  const others = judgePool(wellFormedPool(answers), platform, live).findings;
  return { ok: false, findings: [...parsed.findings, ...others] };
}

/** Asks for machines of the pool's class, and whether one of its placeholders fits. */
export function poolFitQuestion({
  environments,
  reserve,
}: Pick<PoolSpec, 'environments' | 'reserve'>): FitQuestion {
  return {
    environments: environments.map(environment => ({
      environment,
      cpuMillis: (reserve && parseMillicores(reserve.cpu)) ?? 0,
      memoryBytes: (reserve && parseQuantity(reserve.memory)) ?? 0,
    })),
  };
}
