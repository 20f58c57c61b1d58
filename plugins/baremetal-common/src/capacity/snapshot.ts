import type { PodRequest } from './podRequest';
import type { Resources } from './resources';
import type { SchedulingTerms, Taint } from './terms';

/** A node as the packer sees it. */
export interface PackNode {
  readonly name: string;
  /** Power domain; absent when the node carries no label. */
  readonly domain?: string;
  /** Hardware class; absent when the node carries no label. */
  readonly pool?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly taints: readonly Taint[];
  /** Ready, and not cordoned. */
  readonly usable: boolean;
  /** Memory in bytes, CPU in millicores, `pods` as slots. */
  readonly allocatable: Resources;
}

/** A pod as the packer sees it; finished ones are not in a snapshot. */
export interface PackPod {
  readonly uid: string;
  readonly name: string;
  readonly namespace: string;
  /** Absent while it waits for a place. */
  readonly node?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly request: PodRequest;
  readonly terms: SchedulingTerms;
  /** Below zero: a placeholder that keeps room free. */
  readonly priority: number;
  /** May push out placeholders. */
  readonly preempts: boolean;
  /** Belongs to its node (DaemonSet, static): it stays and dies there. */
  readonly bound: boolean;
  /** Already being deleted: it keeps its room until it is gone, and is not moved. */
  readonly deleting: boolean;
  /** Nodes its volumes can be reached from; absent: all. */
  readonly reachableFrom?: readonly string[];
}

/** One cluster's nodes and pods at one moment. */
export interface PackSnapshot {
  readonly nodes: readonly PackNode[];
  readonly pods: readonly PackPod[];
}

/** What would be placed: one more pod of a template. */
export type PodTemplate = Pick<
  PackPod,
  'namespace' | 'labels' | 'request' | 'terms' | 'priority' | 'preempts'
> & { readonly reachableFrom?: readonly string[] };
