/** The Gateway that services attach their routes to. */
export interface GatewayFacts {
  readonly namespace: string;
  readonly name: string;
  /** Name of the listener with the certificate; every listener when absent. */
  readonly section?: string;
  /** `cilium` answers on the nodes themselves, so that its requests come from no pod and no namespace. */
  readonly provider: 'cilium' | 'other';
}

/** An ingress-nginx that runs in the clusters. */
export interface IngressFacts {
  readonly className: string;
  readonly namespace: string;
}

/** Cloudflare's tunnel, whose connectors run in the clusters. */
export interface TunnelFacts {
  readonly namespace: string;
  /** Host, and port if it is not 443, at which the connectors reach the Gateway over TLS. */
  readonly gatewayHost?: string;
}

/** A Caddy outside the clusters that ends TLS of the callers. */
export interface CaddyFacts {
  /** File on its machine with the authority that signed the certificates inside; those it trusts when absent. */
  readonly caFile?: string;
}

/** Ways on which callers from outside reach a service. What is absent is not offered. */
export interface ExposureFacts {
  readonly gateway?: GatewayFacts;
  readonly ingress?: IngressFacts;
  readonly tunnel?: TunnelFacts;
  /** Pools of Cilium's LB-IPAM, by the value of the label `baremetal.dev/pool` that each selects Services with. */
  readonly addressPools?: readonly string[];
  readonly caddy?: CaddyFacts;
}
