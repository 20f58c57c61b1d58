export {
  serviceSpecSchema,
  type ServiceAnswers,
  type ServiceSpec,
} from './spec/serviceSpec';
export {
  answersOfPages,
  type FormPages,
  type TemplateMakes,
} from './spec/formPages';
export { deployedBranch, onBranch } from './spec/deployedBranch';
export { defaultStorage } from './spec/defaultStorage';
export { answerAt, changeAnswers } from './spec/changeAnswers';
export { completeAnswers } from './spec/completeAnswers';
export { fitQuestionOf } from './spec/fitQuestion';
export { hardwareIn, readingsOf, storageIn } from './live';
export { judgeRoom } from './roomNeeded';
export { nameProblem } from './spec/name';
export { parseServiceSpec, type ParsedSpec } from './spec/parseServiceSpec';
export { explainSpecIssues, SPEC_ISSUE } from './spec/explainSpecIssues';
export { isRouted, workloadKindOf, type WorkloadKind } from './spec/workload';
export { mostPodsOf } from './spec/replicas';
export { hostnameOf } from './manifests/exposure/hostname';
export type {
  FileTree,
  Manifest,
  PeakFootprint,
  RenderedEnvironment,
  ServicePlan,
} from './types';
export {
  checkFiles,
  planAnswers,
  planService,
  type PlannedAnswers,
} from './plan';
export {
  checkRepository,
  type CheckReport,
  type LocatedFinding,
  type SkippedPath,
} from './check/checkRepository';
export { RULES } from './rules';
export { judge, type Judgement } from './rules/judge';
export { locate, type Location } from './check/locate';
export type { Subject } from './rules/rule';
export { subjectOf } from './rules/subject';
export { renderService } from './renderService';
export {
  type AdoptedRepository,
  type Adoption,
  renderAdoption,
} from './adoption/renderAdoption';
export { ownershipOf, type Ownership } from './upgrade/lockFile';
export { GOLDEN_PATH_VERSION } from './constants';
export { renderEnvironment } from './packaging/renderEnvironment';
export { type ChartSource, renderChart } from './packaging/render/renderChart';
export { imagePlace } from './packaging/places';
export { renderOverlay } from './render/renderOverlay';
export { RenderError } from './render/RenderError';
export {
  setImage,
  type ImageEdit,
  type SetImageResult,
} from './promotion/setImage';
export {
  listImageNames,
  readImage,
  type OverlayImage,
  type ReadImageResult,
} from './promotion/readImage';
export { diffText } from './promotion/diffText';
export {
  assertImageRendered,
  type ImageRendered,
} from './promotion/assertImageRendered';
export {
  parsePoolSpec,
  planPool,
  planPoolAnswers,
  type ParsedPool,
  type PlannedPool,
  type PoolPlan,
  poolFitQuestion,
} from './platformPool/planPool';
export {
  answersOfPoolForm,
  wellFormedPool,
  withoutEmpty,
} from './platformPool/poolAnswers';
export { locatePool } from './platformPool/locatePool';
export { POOL_RULES, type PoolRule } from './platformPool/poolRules';
export { hardwareClassOf } from './platformPool/poolSpec';
export type { PoolAnswers, PoolSpec } from './platformPool/poolSpec';
export { poolFolder } from './platformPool/poolNames';
