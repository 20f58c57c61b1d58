import { z } from 'zod';

const LABELS = String.raw`[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*`;

// These are written into configuration of Caddy and of Cloudflare's connectors: nothing else may slip in.

/** A domain such as `apps.example.com`. */
export const domain = z
  .string()
  .regex(new RegExp(`^${LABELS}$`), 'give a domain like apps.example.com');

/** A host or an IPv4 address, with or without a port. */
export const hostPort = z
  .string()
  .regex(
    new RegExp(`^${LABELS}(:[0-9]{1,5})?$`),
    'give a host or an address, with a port if it is not 443',
  );

const objectName = z
  .string()
  .regex(
    /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/,
    'give the name of a Kubernetes object',
  );

const labelValue = z
  .string()
  .regex(
    /^[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/,
    'give what a label may hold',
  );

/** Ways on which callers from outside reach services. */
export const exposureSchema = z.object({
  gateway: z
    .object({
      namespace: objectName,
      name: objectName,
      section: objectName.optional(),
      provider: z.enum(['cilium', 'other']).default('cilium'),
    })
    .optional(),
  ingress: z
    .object({ className: objectName, namespace: objectName })
    .optional(),
  tunnel: z
    .object({ namespace: objectName, gatewayHost: hostPort.optional() })
    .optional(),
  addressPools: z.array(labelValue).min(1).optional(),
  caddy: z
    .object({
      caFile: z
        .string()
        .regex(/^\/[\w./-]+$/, 'give the absolute path of a PEM file')
        .optional(),
    })
    .optional(),
});
