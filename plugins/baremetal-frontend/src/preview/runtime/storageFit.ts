import type {
  FitAnswer,
  StorageClassFit,
} from '@baremetal/backstage-plugin-baremetal-common';

/** What is known of a storage class in an environment, or why it is not. */
export type StorageAnswer =
  | { readonly known: true; readonly fit: StorageClassFit }
  /** `why` is absent while nobody was asked. */
  | { readonly known: false; readonly why?: string };

/** The scarcest of the environment's clusters: a service has to fit them all. One that is silent leaves it unknown. */
export function storageFit(
  live: FitAnswer | undefined,
  environment: string,
  storageClass: string,
): StorageAnswer {
  const readings = (live?.environments ?? [])
    .filter(entry => entry.environment === environment)
    .map(({ reading }) => reading);
  let scarcest: StorageClassFit | undefined;
  for (const reading of readings) {
    if (!reading.ok) return { known: false, why: reading.problem.message };
    const fit = reading.value.storageClasses.find(
      ({ name }) => name === storageClass,
    );
    if (!fit) return { known: false };
    scarcest = scarcest ? scarcer(scarcest, fit) : fit;
  }
  return scarcest ? { known: true, fit: scarcest } : { known: false };
}

function scarcer(one: StorageClassFit, other: StorageClassFit) {
  if (one.domains.length !== other.domains.length) {
    return one.domains.length < other.domains.length ? one : other;
  }
  // A cluster that does not say how much fits leaves it unsaid for the environment.
  if (one.largestClaimBytes === undefined) return one;
  if (other.largestClaimBytes === undefined) return other;
  return one.largestClaimBytes <= other.largestClaimBytes ? one : other;
}
