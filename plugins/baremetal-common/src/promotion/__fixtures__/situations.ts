import type {
  Candidate,
  ClusterObservation,
  EnvironmentObservation,
  GateInput,
  WorkloadObservation,
} from '../observation';

export const NEW = `sha256:${'2'.repeat(64)}`;
export const OLD = `sha256:${'1'.repeat(64)}`;
export const REPOSITORY = 'registry.example/shop/cart';
export const SEEN_AT = '2026-11-22T14:00:00.000Z';

export const CANDIDATE: Candidate = {
  repository: REPOSITORY,
  tag: '1.9.2',
  digest: NEW,
};

/** A rollout that is done, with two pods of the candidate. */
export function workload(
  change: Partial<WorkloadObservation> = {},
): WorkloadObservation {
  return {
    kind: 'Rollout',
    phase: 'healthy',
    words: 'done',
    images: [{ ...CANDIDATE, role: 'stable', pods: 2 }],
    wanted: CANDIDATE,
    readyPods: 2,
    wantedPods: 2,
    waitsForPerson: false,
    ...change,
  };
}

export type Living = Extract<ClusterObservation, { ok: true }>;

/** A cluster where all is well. */
export function cluster(change: Partial<Living> = {}): Living {
  return {
    cluster: 'stage',
    ok: true,
    observedAt: SEEN_AT,
    workload: workload(),
    storage: { known: true, value: undefined },
    room: {
      known: true,
      value: {
        hardwareClass: 'compute',
        neededPods: 2,
        fitsNow: 31,
        fitsAfterNodeLoss: 9,
      },
    },
    ...change,
  };
}

export function environment(
  name: string,
  ...clusters: readonly ClusterObservation[]
): EnvironmentObservation {
  return { environment: name, clusters };
}

/** Pods of the version that the target had before. */
export const OLD_IMAGE = {
  repository: REPOSITORY,
  tag: '1.8.0',
  digest: OLD,
  pods: 2,
} as const;

/** A promotion from dev to stage that nothing speaks against, but that nobody has approved. */
export function gateInput(change: Partial<GateInput> = {}): GateInput {
  return {
    now: Date.parse('2026-11-22T14:00:04Z'),
    from: environment('dev', cluster({ cluster: 'dev' })),
    to: environment(
      'stage',
      cluster({
        workload: workload({
          images: [{ ...OLD_IMAGE, role: 'stable' }],
          wanted: OLD_IMAGE,
        }),
      }),
    ),
    candidate: CANDIDATE,
    fourEyes: true,
    requestedBy: 'user:default/dana',
    approvals: [],
    headCommit: 'head',
    viewer: { userRef: 'user:default/petra', mayApprove: true },
    ...change,
  };
}
