import type { ExposureFacts } from './exposureFacts';
import type { Reading } from './reading';

/** An environment of the installation, in promotion order. */
export interface EnvironmentFacts {
  readonly name: string;
  readonly clusters: readonly string[];
  /** Rules are stricter here (two replicas, digests, minReadySeconds). */
  readonly production: boolean;
  /** Domain under which services without a host name of their own are reached; absent: there is none. */
  readonly domain?: string;
  /** Host or address, and port if it is not 443, of its Gateway or ingress as machines outside the cluster reach it. */
  readonly entry?: string;
}

/** What a storage class promises, from configuration. */
export interface StorageClassFacts {
  readonly name: string;
  /** Copies it asks for. */
  readonly copies: number;
  /** Thick pools reserve the whole size at once. */
  readonly thick: boolean;
  /** May be mounted by pods of several nodes for writing. */
  readonly rwx: boolean;
  readonly snapshots: boolean;
  readonly description?: string;
}

export interface HardwareClassFacts {
  readonly name: string;
  readonly description?: string;
}

/** Secret store of the External Secrets operator that generated repositories read from. */
export interface SecretStoreFacts {
  readonly kind: 'ClusterSecretStore' | 'SecretStore';
  readonly name: string;
}

/** Object storage that dumps of databases are carried to. */
export interface BackupFacts {
  /** Address of its S3 API, as pods reach it. */
  readonly endpoint: string;
  readonly bucket: string;
  /** Where the secret store keeps `accessKeyId` and `secretAccessKey` for it. */
  readonly secretStoreKey: string;
}

/** What the operator has configured and every part may know: no secret, no address of a credential. */
export interface PlatformFacts {
  readonly environments: readonly EnvironmentFacts[];
  readonly hardwareClasses: readonly HardwareClassFacts[];
  readonly storageClasses: readonly StorageClassFacts[];
  /** Node label whose value is the hardware class. */
  readonly poolLabel: string;
  /** Node label whose value is the power domain. */
  readonly domainLabel: string;
  /** Where images of new services are pushed, for example `registry.example/shop`. */
  readonly registry: string;
  /** Prometheus as analysis runs reach it from inside a cluster. */
  readonly prometheusAddress: string;
  /** Host of the Git server as RepoUrlPicker knows it, and its base URL. */
  readonly gitHost: string;
  readonly gitBaseUrl: string;
  /** Organisations that may own new repositories. */
  readonly gitOwners: readonly string[];
  /** Repository that Argo CD watches for registered services. */
  readonly platformRepo: { readonly owner: string; readonly name: string };
  /** Ways on which callers from outside reach services. */
  readonly exposure?: ExposureFacts;
  /** Absent: there is none, and the platform team makes the Secrets of new services by hand. */
  readonly secretStore?: SecretStoreFacts;
  /** Absent: databases are not dumped. Needs the secret store. */
  readonly backup?: BackupFacts;
  /** Group that approves promotions, as an entity ref. */
  readonly platformTeam: string;
  /** The platform is the embedded one; said on every page. */
  readonly simulated: boolean;
}

/** One hardware class of one cluster, for pods of the asked size. */
export interface HardwareClassFit {
  readonly name: string;
  readonly nodes: number;
  readonly domains: readonly string[];
  /** Allocatable of the biggest node. */
  readonly largestNode: {
    readonly cpuMillis: number;
    readonly memoryBytes: number;
  };
  /** How many pods of the asked size fit now, and if any one node dies. */
  readonly fitsNow: number;
  readonly fitsAfterNodeLoss: number;
  /** If the power domain dies whose loss leaves least; absent where there is one only, or a node names none. */
  readonly fitsAfterDomainLoss?: number;
}

/** One storage class of one cluster. */
export interface StorageClassFit {
  readonly name: string;
  /** Domains with a disk of its pool. */
  readonly domains: readonly string[];
  /** Largest claim that can still be placed with all its copies; absent when the storage system does not say. */
  readonly largestClaimBytes?: number;
  /** Whether its pools can take snapshots; absent when the storage system does not say. */
  readonly snapshots?: boolean;
}

/** Live facts of one environment's cluster that the rules and the form use. */
export interface LiveEnvironment {
  readonly environment: string;
  readonly reading: Reading<{
    readonly hardwareClasses: readonly HardwareClassFit[];
    /** Those of storage systems that say where a claim could be placed; absent when none of them answers. */
    readonly storageClasses?: readonly StorageClassFit[];
    /** All that the cluster has, whoever serves them; absent when it does not say. */
    readonly storageClassNames?: readonly string[];
  }>;
}

/** Answer of `POST /v1/fit`. */
export interface FitAnswer {
  readonly environments: readonly LiveEnvironment[];
}
