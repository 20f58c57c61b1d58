import type {
  FitAnswer,
  PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import {
  answersOfPoolForm,
  planPoolAnswers,
  type PoolAnswers,
  poolFitQuestion,
  type PoolPlan,
  type PoolSpec,
  wellFormedPool,
} from '@baremetal/golden-path';
import { type Proof, summarize } from '../prove';
import type { Prover, ReadyProof } from '../useLiveProof';

/** The form of a pool: its answers, none of which need be given yet, and the warnings that are accepted. */
export interface PoolFormData extends Partial<PoolAnswers> {
  readonly acknowledged?: readonly string[];
}

/** What a pool's answers make. */
export interface ProvenPool extends PoolPlan {
  readonly spec: PoolSpec;
}

export type PoolProof = Proof<ProvenPool>;
export type ReadyPool = ReadyProof<PoolProof>;

/** Judges the form by the same rules as the action that proposes it. */
export function provePool(
  form: PoolFormData,
  platform: PlatformFacts,
  live: FitAnswer | undefined,
): PoolProof {
  const answers = answersOfPoolForm(form);
  const planned = planPoolAnswers(answers, platform, live);
  return planned.ok
    ? summarize(planned.plan.findings, {
        plan: { ...planned.plan, spec: planned.spec },
        answers,
      })
    : summarize<ProvenPool>(planned.findings, { plan: undefined, answers });
}

/** What the clusters are asked about the pool's machines; nothing before its environments are known. */
export function poolQuestion(form: PoolFormData) {
  const pool = wellFormedPool(answersOfPoolForm(form));
  return pool.environments.length > 0 ? poolFitQuestion(pool) : undefined;
}

export const POOL: Prover<PoolFormData, PoolProof> = {
  question: poolQuestion,
  prove: provePool,
};
