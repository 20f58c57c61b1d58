import type { Known, Reading } from './reading';
import type { Statement, Tone } from './statement';
import type { ServiceIdentity } from './serviceOverview';

/** One member of a replicated volume, ready to be drawn. */
export interface ReplicaView {
  readonly node: string;
  /** Power domain; absent when the node carries no label. */
  readonly domain?: string;
  readonly kind: 'copy' | 'tieBreaker' | 'client';
  readonly inUse: boolean;
  readonly state:
    | 'upToDate'
    | 'syncing'
    | 'outdated'
    | 'failed'
    | 'lost'
    | 'unknown';
  /** While syncing: 0..100. */
  readonly percent?: number;
  readonly words: string;
  /** The storage system's own words, one click away. */
  readonly raw: string;
  /** How many of its peers it is connected to; absent when not said. */
  readonly connected?: { readonly to: number; readonly of: number };
}

export interface ReplicaLink {
  readonly from: string;
  readonly to: string;
  readonly state: 'inSync' | 'connected' | 'broken';
}

/** What happens to the volume when a node or a domain goes. */
export interface LossOutcome {
  readonly lost: string;
  readonly kind: 'node' | 'domain';
  readonly tone: Tone;
  readonly answer: string;
  readonly data: string;
  readonly service: string;
  readonly then: string;
  readonly remaining: readonly ReplicaView[];
}

export interface VolumeView {
  readonly claim: string;
  readonly namespace: string;
  readonly pods: readonly string[];
  readonly storageClass?: string;
  readonly requestedBytes?: number;
  readonly actualBytes?: number;
  /** The state id of the worst rule that applies, `healthy` when none does. */
  readonly state: string;
  readonly status: { readonly tone: Tone; readonly words: string };
  readonly verdict: Statement;
  /** All other rules that apply. */
  readonly others: readonly Statement[];
  /** "Class asks for 2 copies in 2 domains: met." */
  readonly intent: Statement;
  readonly replicas: readonly ReplicaView[];
  readonly links: readonly ReplicaLink[];
  readonly losses: readonly LossOutcome[];
  readonly votes?: { readonly have: number; readonly of: number };
}

/** Where facts came from and how old they are. */
export interface SourceAge {
  readonly source: 'Kubernetes' | 'LINSTOR' | 'Prometheus';
  readonly observedAt?: string;
  readonly problem?: string;
}

export interface StorageColumn {
  readonly environment: string;
  readonly cluster: string;
  readonly reading: Reading<{
    readonly volumes: Known<readonly VolumeView[]>;
    readonly sources: readonly SourceAge[];
  }>;
}

/** Answer of `GET /v1/services/:namespace/:name/storage`. */
export interface ServiceStorage {
  readonly service: ServiceIdentity;
  readonly verdict: Statement;
  readonly environments: readonly StorageColumn[];
  readonly simulated: boolean;
  readonly answeredAt: string;
}
