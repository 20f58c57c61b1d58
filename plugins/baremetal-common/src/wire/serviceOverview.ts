import type { JobView } from './jobView';
import type { Reading, Known } from './reading';
import type { Statement, Tone } from './statement';
import type { PromotionSummary } from './promotionView';

/** Which service an answer is about. */
export interface ServiceIdentity {
  /** `component:default/checkout-api` */
  readonly entityRef: string;
  readonly name: string;
  /** Value of `backstage.io/kubernetes-id`. */
  readonly kubernetesId: string;
}

/** A version as people say it, and what really runs. */
export interface VersionLabel {
  /** Tag, or the first of the digest when there is none. */
  readonly text: string;
  readonly image: string;
  readonly digest?: string;
}

/** A value line of an environment's column: 14 px and 12 px. */
export interface TwoLines {
  readonly tone: Tone;
  readonly value: string;
  readonly note: string;
}

/** What one cluster says of the service in one environment. */
export interface EnvironmentState {
  readonly namespace: string;
  readonly status: { readonly tone: Tone; readonly words: string };
  /** Since when this state holds, if the platform says. */
  readonly since?: string;
  /** What serves most requests now. */
  readonly version?: VersionLabel;
  /** What is on its way, while a rollout moves. */
  readonly next?: VersionLabel;
  /** Share of the new version in percent, while a rollout moves. */
  readonly nextWeight?: number;
  readonly pods: TwoLines & {
    readonly cells: readonly {
      readonly ready: boolean;
      readonly canary: boolean;
    }[];
  };
  readonly rollout: TwoLines;
  /** Set for a service that is a scheduled job: pages then show its runs. */
  readonly job?: JobView;
  readonly storage: Known<TwoLines>;
  readonly capacity: Known<TwoLines>;
}

export interface EnvironmentColumn {
  readonly environment: string;
  readonly cluster: string;
  /** `ok: true` with `value: undefined` is not used: a service that is not deployed says so in `absent`. */
  readonly reading: Reading<
    | { readonly deployed: true; readonly state: EnvironmentState }
    | { readonly deployed: false; readonly why: string }
  >;
}

/** What lies between two environments: the difference, and whether a promotion is possible. */
export interface PromotionHop {
  readonly from: string;
  readonly to: string;
  readonly difference: string;
  readonly note?: string;
  /** The arrow is solid when `to` runs what `from` runs. */
  readonly done: boolean;
  /** Empty when the promotion may be asked for now; else why not, in words. */
  readonly blockedBecause?: string;
}

/** Something that happened, from objects' own times. */
export interface ChangeEvent {
  readonly at: string;
  readonly environment: string;
  readonly kind: 'done' | 'waits' | 'moves' | 'failed';
  readonly title: string;
  readonly detail: string;
  readonly who: string;
}

/** Answer of `GET /v1/services/:namespace/:name/overview`. */
export interface ServiceOverview {
  readonly service: ServiceIdentity;
  readonly verdict: Statement;
  /** The one thing to do, when a person is waited for: names a tab. */
  readonly action?: {
    readonly label: string;
    readonly tab: 'rollouts' | 'storage' | 'capacity';
    readonly environment: string;
  };
  readonly environments: readonly EnvironmentColumn[];
  readonly hops: readonly PromotionHop[];
  readonly promotions: Known<readonly PromotionSummary[]>;
  readonly changes: readonly ChangeEvent[];
  readonly simulated: boolean;
  readonly answeredAt: string;
}
