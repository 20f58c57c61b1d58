export type * from './observation';
export { assessGates, mayMerge, mayOpen } from './assessGates';
export { candidateOf, type CandidateAnswer } from './candidateOf';
export { countedApprovals } from './gates/people';
export {
  promotionState,
  type PromotionJudgement,
  type StateInput,
} from './promotionState';
export { sentencesOf, shortDigest, versionWords } from './words';
export { runningDigest } from './runningDigest';
export { observeWorkload } from './observeWorkload';
