import type { ServiceIdentity } from '@baremetal/backstage-plugin-baremetal-common';

/** Where one service runs in one environment. An environment with two clusters is two places. */
export interface ServicePlace {
  readonly environment: string;
  readonly cluster: string;
  readonly namespace: string;
  /** The environment is configured as production. */
  readonly production: boolean;
}

/** A service, found through the catalog with the credentials of whoever asks. */
export interface ServiceTarget {
  readonly identity: ServiceIdentity;
  /** Entity ref of the owner. */
  readonly owner: string;
  readonly system?: string;
  /** Only the owner and the platform team may see it. */
  readonly restricted: boolean;
  /** In promotion order. */
  readonly environments: readonly ServicePlace[];
  /** Repository that holds the overlays; absent when the entity does not say. */
  readonly repository?: { readonly owner: string; readonly name: string };
  /** Branch of that repository which Argo CD applies. As somebody wrote it: it need not be the name of a branch. */
  readonly branch: string;
  /** Folder of the overlays in that repository. */
  readonly overlays: string;
}
