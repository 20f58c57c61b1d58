import { z } from 'zod';

/*
 * The fields that we read, and no other. Everything else is dropped at parse, which is what keeps the replication
 * secret and drive passwords out of memory. LINSTOR leaves out empty lists, maps and nulls, so most things default.
 */

const flags = z.array(z.string()).default([]);

const connection = z.object({ message: z.string().default('Unknown') });

const replication = z.object({
  replication_state: z.string().default('Unknown'),
  done_percentage: z.number().optional(),
});

/** One layer of a resource; DRBD is usually the top one. */
export interface Layer {
  readonly type?: string;
  readonly drbd?: {
    readonly may_promote?: boolean;
    readonly connections: Readonly<
      Record<string, { readonly message: string }>
    >;
  };
  readonly children?: readonly Layer[];
}

const layer: z.ZodType<Layer> = z.object({
  type: z.string().optional(),
  drbd: z
    .object({
      may_promote: z.boolean().optional(),
      connections: z.record(z.string(), connection).default({}),
    })
    .optional(),
  get children() {
    return z.array(layer).optional();
  },
});

const volume = z.object({
  volume_number: z.number().default(0),
  storage_pool_name: z.string().optional(),
  flags,
  state: z
    .object({
      disk_state: z.string().optional(),
      replication_states: z.record(z.string(), replication).default({}),
    })
    .optional(),
});

const QUORUM = 'DrbdOptions/Resource/quorum';

const resource = z.object({
  name: z.string(),
  node_name: z.string(),
  flags,
  state: z.object({ in_use: z.boolean().optional() }).optional(),
  layer_object: layer.optional(),
  effective_props: z
    .object({ [QUORUM]: z.object({ value: z.string().optional() }).optional() })
    .optional(),
  volumes: z.array(volume).default([]),
});

/** `GET /v1/view/resources` */
export const resourcesBody = z.array(resource);
export type LinstorResource = z.output<typeof resource>;
export type LinstorVolume = z.output<typeof volume>;

const definition = z.object({
  name: z.string(),
  resource_group_name: z.string().optional(),
  props: z.object({ [QUORUM]: z.string().optional() }).default({}),
  volume_definitions: z
    .array(
      z.object({
        volume_number: z.number().default(0),
        size_kib: z.number().optional(),
        flags,
      }),
    )
    .default([]),
});

/** `GET /v1/resource-definitions` */
export const definitionsBody = z.array(definition);
export type LinstorDefinition = z.output<typeof definition>;

const group = z.object({
  name: z.string(),
  select_filter: z
    .object({
      place_count: z.number().optional(),
      replicas_on_different: z.array(z.string()).default([]),
      storage_pool: z.string().optional(),
      storage_pool_list: z.array(z.string()).default([]),
    })
    .optional(),
});

/** `GET /v1/resource-groups` */
export const groupsBody = z.array(group);
export type LinstorGroup = z.output<typeof group>;

const node = z.object({
  name: z.string(),
  connection_status: z.string().optional(),
  flags,
  props: z
    .record(z.string(), z.string())
    .default({})
    .transform(props =>
      Object.fromEntries(
        Object.entries(props).filter(([key]) => key.startsWith('Aux/')),
      ),
    ),
});

/** `GET /v1/nodes` */
export const nodesBody = z.array(node);
export type LinstorNode = z.output<typeof node>;

const pool = z.object({
  storage_pool_name: z.string(),
  node_name: z.string(),
  provider_kind: z.string().default('UNKNOWN'),
  free_capacity: z.number().optional(),
  total_capacity: z.number().optional(),
  supports_snapshots: z.boolean().optional(),
});

/** `GET /v1/view/storage-pools`; the diskless pool, whose numbers mean nothing, is dropped. */
export const poolsBody = z
  .array(pool)
  .transform(pools =>
    pools.filter(({ provider_kind }) => provider_kind !== 'DISKLESS'),
  );
export type LinstorPool = z.output<typeof pool>;

/** `POST /v1/resource-groups/{name}/query-size-info` */
export const sizeInfoBody = z.object({
  space_info: z
    .object({ max_vlm_size_in_kib: z.number().optional() })
    .optional(),
});

/** `GET /v1/controller/version` */
export const versionBody = z.object({
  version: z.string().default('unknown'),
  rest_api_version: z.string().default('unknown'),
});

/** Body of a refusal: what LINSTOR says for people. */
export const refusalBody = z.array(
  z.object({
    message: z.string().optional(),
    correction: z.string().optional(),
  }),
);

/** What the configured quorum of a resource is, wherever it is said. */
export function quorumSetting(
  resources: readonly LinstorResource[],
  of: LinstorDefinition | undefined,
): 'off' | 'on' | undefined {
  const value =
    of?.props[QUORUM] ??
    resources
      .map(({ effective_props: props }) => props?.[QUORUM]?.value)
      .find(setting => setting !== undefined);
  if (value === undefined) {
    return undefined;
  }
  return value === 'off' ? 'off' : 'on';
}
