import type { Tone } from '../wire/statement';
import type { VolumeObservation } from './observation';
import type { Quorum } from './quorum';

/** States of a volume, worst first. Stable: they are documented, translated and linked to. */
export const VOLUME_STATES = [
  'controller-unreachable',
  'not-reported',
  'no-access',
  'quorum-lost',
  'diverged',
  'standalone-peer',
  'disk-failed',
  'resync',
  'resync-stalled',
  'outdated',
  // A silent node is the cause, its links are the consequence.
  'satellite-offline',
  'disconnected',
  'node-leaving',
  'under-replicated',
  'same-domain',
  'no-tie-breaker',
  'remote-attached',
  'dual-primary',
  'pool-low',
  'resize-failed',
  'resize-pending',
  'pending-claim',
  'not-linstor',
  'healthy',
] as const;

export type VolumeStateId = (typeof VOLUME_STATES)[number];

/** Who can do something about it. */
export type Actor = 'nobody' | 'owner' | 'platform';

/** One thing that is so with a volume, in words. */
export interface VolumeCondition {
  readonly id: VolumeStateId;
  readonly tone: Tone;
  /** For a badge: at most four words. */
  readonly words: string;
  readonly sentence: string;
  readonly detail?: string;
  readonly who: Actor;
}

/** What Kubernetes says of the claim. */
export interface ClaimFacts {
  readonly name: string;
  readonly phase: 'Pending' | 'Bound' | 'Lost';
  readonly requestedBytes?: number;
  readonly actualBytes?: number;
  /** `status.allocatedResourceStatuses.storage`, as Kubernetes words it. */
  readonly resizeStatus?: string;
  /** Created when a pod first uses it, and none does. */
  readonly waitsForConsumer: boolean;
  readonly createdAt?: string;
  /** Raw block device for several nodes, as live migration needs it. */
  readonly sharedBlock: boolean;
}

/** How much is known of the volume behind the claim. */
export type VolumeKnowledge =
  | {
      readonly state: 'observed';
      readonly volume: VolumeObservation;
      /** The storage system is silent since; the observation is the last one. */
      readonly lost?: { readonly since: string; readonly message: string };
    }
  /** The storage system does not answer, and nothing is remembered. */
  | { readonly state: 'silent'; readonly message: string }
  /** It answers, and does not know this volume. */
  | { readonly state: 'notReported' }
  /** It has not been asked yet. */
  | { readonly state: 'notAsked' }
  /** Something else keeps us from knowing: a right that is missing, an adapter that is not set up. */
  | { readonly state: 'hidden'; readonly message: string }
  /** No adapter answers for this driver. */
  | { readonly state: 'foreign'; readonly driver: string }
  | { readonly state: 'unbound' };

export interface VolumeSubject {
  readonly claim: ClaimFacts;
  readonly knowledge: VolumeKnowledge;
  /** Power domain of each node, from node labels. */
  readonly domains: Readonly<Record<string, string>>;
  readonly now: Date;
}

/** What the rules about an observed volume look at. */
export interface VolumeFacts {
  readonly volume: VolumeObservation;
  readonly quorum: Quorum;
  readonly claim: ClaimFacts;
  readonly domains: Readonly<Record<string, string>>;
  readonly now: Date;
}

/** Judges one aspect; usually finds nothing. */
export type VolumeRule = (facts: VolumeFacts) => readonly VolumeCondition[];
