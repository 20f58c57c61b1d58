import { changeCases } from './changeCases';
import { commitCases } from './commitCases';
import type { ForgeContractCase } from './forgeUnderTest';
import { mergeCases } from './mergeCases';
import { repositoryCases } from './repositoryCases';
import { reviewCases } from './reviewCases';

export type { ForgeContractCase, ForgeUnderTest } from './forgeUnderTest';

/**
 * What every {@link Forge} promises, as cases that need no test framework: each `run` resolves, or rejects with an
 * `AssertionError`. Run all of them against a new adapter; it is done when they pass.
 */
export const forgeContract: readonly ForgeContractCase[] = [
  ...repositoryCases,
  ...commitCases,
  ...changeCases,
  ...reviewCases,
  ...mergeCases,
];
