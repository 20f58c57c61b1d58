import { z } from 'zod/v3';

/** Who reaches the service, and through what. */
export const exposureSchema = z.discriminatedUnion('kind', [
  /** Pods of the cluster only. */
  z.strictObject({ kind: z.literal('clusterOnly') }),
  /** An HTTPRoute on the platform's Gateway; the Rollouts controller sets its weights. */
  z.strictObject({ kind: z.literal('gatewayApi') }),
  /** An Ingress of ingress-nginx, which is retired. */
  z.strictObject({
    kind: z.literal('ingressNginx'),
    className: z.string().min(1).default('nginx'),
  }),
  /** Cloudflare's tunnel, to the platform's Gateway or straight to the Service. */
  z.strictObject({
    kind: z.literal('cloudflareTunnel'),
    to: z.enum(['gateway', 'service']).default('gateway'),
  }),
  /** A LoadBalancer Service with an address of Cilium's LB-IPAM. */
  z.strictObject({
    kind: z.literal('ciliumLb'),
    /** Address pool, by its label `baremetal.dev/pool`; any pool when not answered. */
    pool: z.string().min(1).optional(),
    /** Announced to the routers by BGP; by ARP in the node's network otherwise. */
    bgp: z.boolean().default(false),
  }),
]);

/** Whether a Caddy outside the cluster ends TLS and opens it anew towards the cluster. */
export const edgeSchema = z.enum(['none', 'caddy']).default('none');

/** A namespace is found by the value of a label, which the API server refuses when it holds anything else. */
const NAMESPACE = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

/** One thing that the service calls, beside its own store and the names service. */
const callee = z
  .strictObject({
    /** All pods of a namespace; those of another service, for example. */
    namespace: z
      .string()
      .max(63)
      .regex(
        NAMESPACE,
        'is not the name of a namespace; write one like payments-prod',
      )
      .optional(),
    /** Addresses outside the cluster's pods. */
    cidr: z
      .string()
      .cidr('is not a range of addresses; write one like 10.20.0.0/16')
      .optional(),
    port: z.number().int().min(1).max(65535),
    protocol: z.enum(['TCP', 'UDP']).default('TCP'),
  })
  .refine(
    ({ namespace, cidr }) => (namespace === undefined) !== (cidr === undefined),
    'must name either a namespace or a range of addresses',
  );

/** Everything else is denied. */
export const egressSchema = z.array(callee).max(30).default([]);
