import type { ContractCase } from './contract/contractCase';
import { errorCases } from './contract/errorCases';
import { readCases } from './contract/readCases';
import { watchCases } from './contract/watchCases';
import { writeCases } from './contract/writeCases';

/**
 * What the product relies on in a Kubernetes API server. The same cases run against the embedded server and against a
 * real one, so that the embedded one cannot lie. The cluster needs the CRD of Rollouts.
 */
export const kubernetesContract: readonly ContractCase[] = [
  ...readCases,
  ...writeCases,
  ...watchCases,
  ...errorCases,
];
