export { serviceSpecSchema, type ServiceAnswers, type ServiceSpec } from './spec/serviceSpec';
export type { FileTree, Manifest, PeakFootprint, RenderedEnvironment, ServicePlan } from './types';
export { completeAnswers } from './spec/completeAnswers';
