import type {
  FitAnswer,
  StorageClassFit,
} from '@baremetal/backstage-plugin-baremetal-common';
import { readingsOf, storageIn } from '@baremetal/golden-path';

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
  const { least, complete } = storageIn(live, environment, storageClass);
  if (least && complete) return { known: true, fit: least };
  const silent = readingsOf(live, environment).find(({ ok }) => !ok);
  return silent && !silent.ok
    ? { known: false, why: silent.problem.message }
    : { known: false };
}
