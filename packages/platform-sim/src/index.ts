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
