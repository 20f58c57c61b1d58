export interface Config {
  /** What the bare-metal suite needs to know of the platform. */
  baremetal?: {
    /** The platform is the embedded one; said on every page. Default: false. */
    simulated?: boolean;
    /** Entity ref of the group that approves promotions, for example `group:default/platform`. */
    platformTeam: string;
    /** In promotion order. */
    environments: Array<{
      name: string;
      /** Names of clusters below. */
      clusters: string[];
      /** Rules are stricter here. Default: false. */
      production?: boolean;
      /** Domain under which services without a host name of their own are reached. */
      domain?: string;
      /** Host or address of its Gateway or ingress, as machines outside the cluster reach it; with a port if not 443. */
      entry?: string;
    }>;
    /** Every cluster that services run on. */
    clusters: Array<{
      name: string;
      /** Address of the API server; https only. Absent: nothing is asked of the cluster, and every page says so. */
      url?: string;
      /** File with the CA certificates that signed the API server's certificate (PEM). */
      caFile?: string;
      /** The same as PEM or as base64 of PEM, as kubeconfig files hold it. */
      caData?: string;
      /**
       * Token of a service account with the role of `deploy/rbac/reader.yaml`.
       * @visibility secret
       */
      serviceAccountToken?: string;
      /** File with such a token; read again when it is rotated. */
      serviceAccountTokenFile?: string;
      /** The cluster's LINSTOR controller. */
      linstor?: {
        url: string;
        /** @visibility secret */
        token?: string;
      };
      /** The cluster's Prometheus, as the backend reaches it. */
      prometheus?: {
        url: string;
      };
    }>;
    /** Node labels. */
    labels?: {
      /** Its value is the hardware class. Default: `node.cluster.x-k8s.io/hardware-class`. */
      pool?: string;
      /** Its value is the power domain. Default: `topology.kubernetes.io/zone`. */
      domain?: string;
    };
    /** Hardware classes that a service may ask for. */
    hardwareClasses?: Array<{
      name: string;
      description?: string;
    }>;
    /** Storage classes that a service may ask for. */
    storageClasses?: Array<{
      name: string;
      /** Copies that a volume of it has. */
      copies: number;
      /** Its pools reserve the whole size at once. Default: false. */
      thick?: boolean;
      /** Pods of several nodes may write to a volume of it. Default: false. */
      rwx?: boolean;
      /** Volumes of it can be snapshotted. Default: false. */
      snapshots?: boolean;
      description?: string;
    }>;
    /** Where images of new services are pushed, for example `registry.example/shop`. */
    registry: string;
    /** Prometheus as analysis runs reach it from inside a cluster. */
    prometheusAddress: string;
    /** The Git host of services and of the platform repository. */
    git?: {
      kind: 'gitea';
      /** Base URL of the host. */
      url: string;
      /**
       * Token of the bot that commits and opens pull requests.
       * @visibility secret
       */
      token: string;
      /** Organisations that may own new repositories. */
      owners: string[];
    };
    /** Repository that Argo CD watches for registered services. */
    platformRepo: {
      owner: string;
      name: string;
    };
    /** Ways on which callers from outside reach services; what is left out is not offered. */
    exposure?: {
      /** The Gateway that services attach their routes to. */
      gateway?: {
        namespace: string;
        name: string;
        /** Name of its listener with the certificate. Default: every listener. */
        section?: string;
        /** Whether Cilium serves it. Default: `cilium`. */
        provider?: 'cilium' | 'other';
      };
      /** An ingress-nginx. */
      ingress?: {
        className: string;
        namespace: string;
      };
      /** Cloudflare's tunnel. */
      tunnel?: {
        /** Where its connectors run. */
        namespace: string;
        /** Host at which they reach the Gateway over TLS; with a port if not 443. */
        gatewayHost?: string;
      };
      /** Address pools of Cilium's LB-IPAM, by their label `baremetal.dev/pool`. */
      addressPools?: string[];
      /** A Caddy outside the clusters that ends TLS of the callers. */
      caddy?: {
        /** File on its machine with the authority that signed the certificates inside. Default: those it trusts. */
        caFile?: string;
      };
    };
    /** External Secrets' store that credentials of new services are read from. */
    secretStore?: {
      kind: 'SecretStore' | 'ClusterSecretStore';
      name: string;
    };
    /** Object storage that databases of new services are dumped to, every night. Needs `secretStore`. */
    backup?: {
      /** Address of its S3 API, as pods reach it. */
      endpoint: string;
      bucket: string;
      /** Where the secret store keeps `accessKeyId` and `secretAccessKey` of the bucket. */
      secretStoreKey: string;
    };
    promotion?: {
      /** Whoever asked for a promotion may not approve it. Default: true. */
      fourEyes?: boolean;
    };
  };
}
