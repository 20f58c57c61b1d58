export {
  serviceSpecSchema,
  type ServiceAnswers,
  type ServiceSpec,
} from './spec/serviceSpec';
export { completeAnswers } from './spec/completeAnswers';
export { parseServiceSpec, type ParsedSpec } from './spec/parseServiceSpec';
export { explainSpecIssues } from './spec/explainSpecIssues';
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
export { renderService } from './renderService';
export { GOLDEN_PATH_VERSION } from './constants';
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
