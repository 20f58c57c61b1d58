import {
  parseQuantity,
  type PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { podsAtPeak } from './podsAtPeak';
import { takesSnapshots } from './spec/data';
import { mostPodsOf } from './spec/replicas';
import type { ServiceSpec } from './spec/serviceSpec';
import { workloadKindOf } from './spec/workload';

type Environment = ServiceSpec['environments'][number];

/** Claims of one size on one class, as many as there can be at once. */
export interface StorageDemand {
  readonly storageClass: string | undefined;
  readonly claims: number;
  /** Of one claim, in one copy. */
  readonly sizeBytes: number;
  /** Copies that the class keeps. */
  readonly copies: number;
  /** How often the pool gives away that size: once, and once more for each snapshot that a thick pool holds. */
  readonly times: number;
}

/** Everything that the service asks of the storage of one environment at its peak. */
export function storageDemands(
  spec: ServiceSpec,
  environment: Environment,
  platform: Pick<PlatformFacts, 'storageClasses'>,
): StorageDemand[] {
  const demand = (
    claims: number,
    { storageClass = environment.storageClass, size = environment.size } = {},
  ): StorageDemand => {
    const known = platform.storageClasses.find(
      ({ name }) => name === storageClass,
    );
    return {
      storageClass,
      claims,
      sizeBytes: parseQuantity(size ?? '0') ?? 0,
      copies: known?.copies ?? 1,
      times: known?.thick ? 1 + snapshotsAtOnce(spec) : 1,
    };
  };
  const { data } = spec;
  switch (data.shape) {
    case 'nothing':
      return [];
    case 'storeBeside':
    case 'sharedFiles':
      return [demand(1)];
    case 'ownFiles': {
      if (workloadKindOf(spec) !== 'StatefulSet') return [];
      // A replica that is gone leaves its claims behind.
      const replicas = mostPodsOf(spec, environment);
      return [
        demand(replicas),
        ...data.furtherClaims.map(claim => demand(replicas, claim)),
      ];
    }
    case 'scratch': {
      const { atRest, arriving } = podsAtPeak(spec, environment);
      return [demand(atRest + arriving)];
    }
  }
}

/** Bytes of the pools, copies and snapshots included. */
export function poolBytesOf(demands: readonly StorageDemand[]): number {
  return demands.reduce(
    (sum, { claims, sizeBytes, copies, times }) =>
      sum + claims * sizeBytes * copies * times,
    0,
  );
}

// The oldest goes before a new one comes, but never the only one.
function snapshotsAtOnce(spec: ServiceSpec): number {
  return spec.snapshots && takesSnapshots(spec)
    ? Math.max(spec.snapshots.keep, 2)
    : 0;
}
