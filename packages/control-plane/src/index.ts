export { buildControlPlane } from './build/buildControlPlane';
export {
  startControlPlane,
  type ControlPlane,
  type ControlPlaneOptions,
} from './start/startControlPlane';
export {
  runConformance,
  type ConformanceOptions,
} from './conformance/runConformance';
