export { toAppConfig, type AppConfigOptions } from './appConfig';
export type { ClusterAccess, GitHostAccess, RunningPlatform } from './platform';
export { PlatformClock } from './clock';
export { createCertificates, type Certificates } from './tls/certificates';
export type {
  ContractCase,
  ContractContext,
} from './kube/contract/contractCase';
export { kubernetesContract } from './kube/contract';
export { SimulatedCluster, type ClusterOptions } from './kube/SimulatedCluster';
export { ClusterFaults, type ServerFault } from './kube/faults';
export { startStorage } from './linstor/startStorage';
export type {
  PoolFacts,
  RunningStorage,
  StorageClassRule,
  StorageControls,
  StorageNodeFacts,
  StorageOptions,
  VolumeProvisioner,
  VolumeRequest,
} from './linstor/ports';
export { PlacementRefused } from './linstor/ports';
export { startMetrics } from './prometheus/startMetrics';
export type {
  BehaviourKey,
  MetricsOptions,
  RunningMetrics,
  ServiceBehaviour,
} from './prometheus/ports';
export * from './git';
export type { ClusterControls, PlatformControls } from './controls';
export {
  startPlatformSim,
  type PlatformSim,
  type PlatformSimOptions,
} from './startPlatformSim';
export { PlatformCluster, type ClusterPorts } from './kube/PlatformCluster';
export { simulatedFacts } from './platformFacts';
export {
  DOMAIN_LABEL,
  machinesOf,
  POOL_LABEL,
  STORAGE_CLASSES,
  storageNode,
  type MachineFacts,
} from './kube/machines';
export { PROVISIONER, storageClassObjects } from './kube/clusterObjects';
export type { Chapter, Scenario, ScenarioService } from './scenarios/scenario';
export type { World } from './scenarios/World';
export { imageDigest } from './kube/controllers/images';
export { KINDS, type KindInfo } from './kube/kinds';
export type { KubeObject, ObjectDraft } from './kube/objects';
