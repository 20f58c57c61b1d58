import { STORE } from '../constants';
import { DATA_VOLUME, SCRATCH_VOLUME } from '../manifests/claims';
import { storeName } from '../manifests/metadata';
import type { ServiceSpec } from '../spec/serviceSpec';
import { workloadKindOf } from '../spec/workload';

/** A claim as the pages speak of it. */
export interface DescribedClaim {
  /** Name of the claim, with `<n>` for the number of a replica and `<pod>` for the name of a pod. */
  readonly name: string;
  /** Where the pod has it. */
  readonly mountPath: string;
  /** Class of its own; the environment's otherwise. */
  readonly storageClass?: string;
  /** Size of its own, the same everywhere; the environment's otherwise. */
  readonly size?: string;
}

/** Claims of the service in each environment. */
export function describedClaims(spec: ServiceSpec): DescribedClaim[] {
  const { name, data } = spec;
  switch (data.shape) {
    case 'nothing':
      return [];
    case 'storeBeside':
      return [
        {
          name: `${DATA_VOLUME}-${storeName(name)}-0`,
          mountPath: STORE.mountPath,
        },
      ];
    case 'ownFiles':
      // A job has no replicas that could keep files of their own.
      if (workloadKindOf(spec) !== 'StatefulSet') return [];
      return [
        { name: `${DATA_VOLUME}-${name}-<n>`, mountPath: data.mountPath },
        ...data.furtherClaims.map(claim => ({
          name: `${claim.name}-${name}-<n>`,
          mountPath: claim.mountPath,
          storageClass: claim.storageClass,
          size: claim.size,
        })),
      ];
    case 'scratch':
      return [{ name: `<pod>-${SCRATCH_VOLUME}`, mountPath: data.mountPath }];
    case 'sharedFiles':
      return [{ name: `${name}-data`, mountPath: data.mountPath }];
  }
}

/** Name of one claim that exists: that of the first replica. */
export function firstClaimOf(spec: ServiceSpec): string {
  return (describedClaims(spec)[0]?.name ?? '').replace('<n>', '0');
}

/** StatefulSet whose claims these are; absent when the claim stands for itself. */
export function claimOwnerOf({ name, data }: ServiceSpec): string | undefined {
  switch (data.shape) {
    case 'storeBeside':
      return storeName(name);
    case 'ownFiles':
      return name;
    case 'nothing':
    case 'scratch':
    case 'sharedFiles':
      return undefined;
  }
}
