import { fitQuestion } from './fitQuestion';
import type { CreateFormData } from './formData';
import { type ProofState, type Prover, useLiveProof } from './useLiveProof';
import { type Proof, prove } from './prove';

const SERVICE: Prover<CreateFormData, Proof> = {
  question: fitQuestion,
  prove,
};

/** Proves a service as its form stands. */
export function useProof(form: CreateFormData): ProofState {
  return useLiveProof(form, SERVICE);
}
