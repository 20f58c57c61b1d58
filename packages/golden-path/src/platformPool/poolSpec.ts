// The scaffolder builds its JSON schema from zod 3 types, so this schema is one.
import { z } from 'zod/v3';
import { count } from '../spec/schema/number';
import { dnsName, quantity } from '../spec/schema/text';

/** Key of a node label, without the prefix by which LINSTOR knows the labels of nodes. */
const labelKey = z
  .string()
  .regex(
    /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?\/)?[A-Za-z0-9]([\w.-]*[A-Za-z0-9])?$/,
    'is not the key of a label; write one like topology.kubernetes.io/zone',
  );

/** A class of volumes whose copies LINSTOR places on the storage pool's nodes. */
const storageClass = z.strictObject({
  name: dnsName,
  /** Name by which LINSTOR knows the storage pool. */
  storagePool: z
    .string()
    .regex(
      /^[A-Za-z][\w-]{1,47}$/,
      'is not the name of a LINSTOR storage pool',
    ),
  copies: z.number().int().min(1).max(10).default(2),
  /** No two copies on nodes with the same value of this label; the platform's power domain when not answered. */
  differentBy: labelKey.optional(),
  /** Whether a pod may run where no copy is, and read and write over the network. */
  remoteAccess: z.boolean().default(true),
  /** What happens to a volume whose claim is deleted. */
  reclaim: z.enum(['Delete', 'Retain']).default('Delete'),
  /** Only of a thin pool: how many times its size may be promised. */
  overProvision: z.number().min(1).max(20).optional(),
});

/** Room that is kept free, for pods that have to move when a machine dies. */
const reserve = z.strictObject({
  /** Machines that keep room for one such pod each. */
  nodes: count(1),
  cpu: quantity('4'),
  memory: quantity('8Gi'),
});

/** An image with a tag or a digest; one without would be pulled anew under the same name. */
const image = z
  .string()
  .regex(
    /^[a-z0-9][\w.:/-]*[\w-](:[\w][\w.-]{0,127}|@sha256:[0-9a-f]{64})$/,
    'must name an image with its tag or its digest, like registry.example/base/node:24.1.0',
  );

/**
 * What the platform team answers to run a pool of machines of one hardware class: how its volumes are kept, how much
 * room stays free, which images are there before they are needed.
 */
export const poolSpecSchema = z.strictObject({
  name: dnsName.describe('Name of the pool'),
  hardwareClass: z
    .string()
    .regex(
      /^[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/,
      'is not the value of a label',
    )
    .optional()
    .describe('Hardware class of its machines; the name when not answered'),
  environments: z
    .array(z.string().min(1))
    .min(1)
    .describe('Environments whose clusters have such machines'),
  storageClasses: z.array(storageClass).max(10).default([]),
  reserve: reserve.optional(),
  images: z.array(image).max(30).default([]),
  /** Share of the pool that may be requested before somebody is told. */
  fullAt: z.number().min(0.5).max(1).default(0.85),
});

export type PoolSpec = z.output<typeof poolSpecSchema>;
/** The same before defaults are filled in. */
export type PoolAnswers = z.input<typeof poolSpecSchema>;
export type PoolStorageClass = PoolSpec['storageClasses'][number];

export function hardwareClassOf({
  name,
  hardwareClass,
}: Pick<PoolSpec, 'name' | 'hardwareClass'>): string {
  return hardwareClass ?? name;
}
