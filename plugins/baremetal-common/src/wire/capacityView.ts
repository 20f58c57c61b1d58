import type { Reading } from './reading';
import type { Statement, Tone } from './statement';
import type { ServiceIdentity } from './serviceOverview';

/** One power domain's share of a row: each number is a count of pods of this service. */
export interface DomainCells {
  readonly domain: string;
  readonly running: number;
  readonly fits: number;
  readonly movesAway: number;
  readonly noLonger: number;
  readonly stops: number;
}

/** One line of the room picture: now, any node dies, the worst domain goes. */
export interface RoomRow {
  readonly case: 'now' | 'nodeLoss' | 'domainLoss';
  readonly label: string;
  /** The worst node or domain. */
  readonly worst?: string;
  /** How many more pods fit; absent when it could not be computed. */
  readonly fits?: number;
  readonly tone: Tone;
  readonly note: string;
  readonly domains: readonly DomainCells[];
}

export interface CapacityDetail {
  readonly pool: string;
  readonly nodes: number;
  readonly domains: readonly string[];
  readonly pods: number;
  readonly podRequest: {
    readonly cpuMillis: number;
    readonly memoryBytes: number;
  };
  /** What runs out first. */
  readonly binding: 'cpu' | 'memory' | 'pods' | 'unknown';
  readonly rows: readonly RoomRow[];
  /** Pods over power domains as they run now. */
  readonly spread: readonly {
    readonly domain: string;
    readonly nodes: readonly {
      readonly name: string;
      readonly pods: number;
      readonly canary: boolean;
    }[];
  }[];
  readonly protection: readonly Statement[];
  /** Pods of each step of the canary, stable and new; empty without one. */
  readonly canarySteps: readonly {
    readonly label: string;
    readonly stable: number;
    readonly next: number;
    readonly surge: number;
  }[];
  readonly budget?: string;
}

export interface CapacityColumn {
  readonly environment: string;
  readonly cluster: string;
  readonly reading: Reading<CapacityDetail | undefined>;
}

/** Answer of `GET /v1/services/:namespace/:name/capacity`. */
export interface ServiceCapacity {
  readonly service: ServiceIdentity;
  readonly verdict: Statement;
  readonly environments: readonly CapacityColumn[];
  readonly computedInMs: number;
  readonly simulated: boolean;
  readonly answeredAt: string;
}
