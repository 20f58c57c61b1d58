export interface Config {
  baremetal?: {
    clusters?: Array<{
      /** LINSTOR controller of the cluster. Without it, copies of volumes are unknown there. */
      linstor?: {
        /**
         * Address of the controller's REST API, for example `http://linstor-controller.piraeus-datastore.svc:3370`.
         */
        url: string;
        /**
         * Bearer token (LINSTOR 1.34 and newer). LINSTOR knows no read-only tokens; only reads are ever called.
         * @visibility secret
         */
        token?: string;
      };
    }>;
  };
}
