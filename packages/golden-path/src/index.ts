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
