import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { domain, exposureSchema, hostPort } from './exposureConfig';

const name = z
  .string()
  .regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/, 'use a-z, 0-9 and dashes');

const httpUrl = z.url({
  protocol: /^https?$/,
  error: 'give an http or https address',
});

const credential = {
  caFile: z.string().min(1).optional(),
  caData: z.string().min(1).optional(),
  serviceAccountToken: z.string().min(1).optional(),
  serviceAccountTokenFile: z.string().min(1).optional(),
};

// Loose, so that what was meant for a cluster without an address is noticed, a mistyped address too.
const clusterSchema = z.looseObject({
  name,
  // Tokens go over this connection: never without TLS. Absent: known to Argo CD, and not to be asked yet.
  url: z
    .url({ protocol: /^https$/, error: 'give an https address' })
    .optional(),
  ...credential,
  prometheus: z.object({ url: httpUrl }).optional(),
});

const schema = z.object({
  simulated: z.boolean().default(false),
  platformTeam: z.string().min(1),
  environments: z
    .array(
      z.object({
        name,
        clusters: z.array(name).min(1),
        production: z.boolean().default(false),
        domain: domain.optional(),
        entry: hostPort.optional(),
      }),
    )
    .min(1),
  clusters: z.array(clusterSchema).min(1),
  labels: z
    .object({
      pool: z.string().default('node.cluster.x-k8s.io/hardware-class'),
      domain: z.string().default('topology.kubernetes.io/zone'),
    })
    .prefault({}),
  hardwareClasses: z
    .array(z.object({ name, description: z.string().optional() }))
    .default([]),
  storageClasses: z
    .array(
      z.object({
        name,
        copies: z.number().int().min(1),
        thick: z.boolean().default(false),
        rwx: z.boolean().default(false),
        snapshots: z.boolean().default(false),
        description: z.string().optional(),
      }),
    )
    .default([]),
  registry: z.string().min(1),
  prometheusAddress: z.string().min(1),
  git: z
    .object({
      kind: z.literal('gitea'),
      url: httpUrl,
      token: z.string().min(1),
      owners: z.array(z.string().min(1)).min(1),
    })
    .optional(),
  platformRepo: z.object({ owner: z.string().min(1), name: z.string().min(1) }),
  exposure: exposureSchema.optional(),
  secretStore: z
    .object({
      kind: z.enum(['SecretStore', 'ClusterSecretStore']),
      name: z.string().min(1),
    })
    .optional(),
  backup: z
    .object({
      endpoint: httpUrl,
      bucket: z
        .string()
        .regex(
          /^[a-z0-9][a-z0-9.-]*[a-z0-9]$/,
          'use the name of a bucket: a-z, 0-9, dots and dashes',
        ),
      secretStoreKey: z.string().min(1),
    })
    .optional(),
  promotion: z.object({ fourEyes: z.boolean().default(true) }).prefault({}),
});

type Written = z.output<typeof schema>;

/** How the backend proves to a cluster who it is. A token in a file is read again when it is rotated. */
export type ClusterCredential =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'file'; readonly path: string };

export interface ClusterConfig {
  readonly name: string;
  readonly url: string;
  /** PEM; absent: the certificates that Node trusts. */
  readonly ca?: string;
  readonly credential: ClusterCredential;
  readonly prometheusUrl?: string;
}

/** `app-config`'s section `baremetal`, checked once. Holds tokens: never hand it to a route. */
export type BaremetalConfig = Readonly<Omit<Written, 'clusters'>> & {
  /** Those that are connected. */
  readonly clusters: readonly ClusterConfig[];
};

/**
 * Reads and checks the configuration.
 *
 * @throws InputError - naming the field and quoting its value, unless that is a secret
 */
export function readBaremetalConfig(config: Config): BaremetalConfig {
  const written = config.getOptional('baremetal');
  if (written === undefined) {
    throw new InputError(
      'app-config has no section "baremetal": name at least one cluster and one environment, see docs/configuration.md',
    );
  }
  const result = schema.safeParse(written);
  if (!result.success) {
    throw new InputError(
      result.error.issues.map(issue => explain(issue, written)).join('; '),
    );
  }
  checkNames(result.data);
  return {
    ...result.data,
    clusters: result.data.clusters.flatMap(toClusterConfig),
  };
}

function explain(issue: z.core.$ZodIssue, written: unknown): string {
  const value = issue.path.reduce<unknown>(
    (inside, key) =>
      (inside as Record<PropertyKey, unknown> | undefined)?.[key],
    written,
  );
  const path = issue.path.map(key =>
    typeof key === 'number' ? `[${key}]` : `.${String(key)}`,
  );
  const secret = /token|caData/i.test(String(issue.path.at(-1)));
  const is = secret ? 'is wrong' : `is ${JSON.stringify(value) ?? 'missing'}`;
  return `baremetal${path.join('')} ${is}: ${issue.message}`;
}

function checkNames(written: Written): void {
  const { clusters, environments, backup, secretStore } = written;
  const known = clusters.map(cluster => cluster.name);
  const problems = [
    ...twice(known).map(each => `two clusters are named "${each}"`),
    ...twice(environments.map(each => each.name)).map(
      each => `two environments are named "${each}"`,
    ),
    ...clusters
      .filter(({ url, ...rest }) => !url && Object.keys(rest).length > 1)
      .map(
        each =>
          `clusters "${each.name}" has no url, so nothing else of it can be used`,
      ),
    ...(backup && !secretStore
      ? ['backup needs secretStore, which holds the keys of the bucket']
      : []),
    ...environments.flatMap(environment =>
      environment.clusters
        .filter(each => !known.includes(each))
        .map(
          each =>
            `environment "${
              environment.name
            }" runs on cluster "${each}", which is none of ${known.join(', ')}`,
        ),
    ),
  ];
  if (problems.length > 0) {
    throw new InputError(`baremetal: ${problems.join('; ')}`);
  }
}

function twice(names: readonly string[]): string[] {
  return names.filter((each, at) => names.indexOf(each) < at);
}

function toClusterConfig(
  cluster: z.output<typeof clusterSchema>,
): ClusterConfig[] {
  const { name: id, url, caFile, caData, prometheus } = cluster;
  if (url === undefined) return [];
  return [
    {
      name: id,
      url: url.replace(/\/+$/, ''),
      ca:
        caFile === undefined
          ? caData && toPem(caData)
          : readText(caFile, `baremetal.clusters "${id}": caFile`),
      credential: toCredential(cluster),
      prometheusUrl: prometheus?.url.replace(/\/+$/, ''),
    },
  ];
}

function toCredential({
  name: id,
  serviceAccountToken: token,
  serviceAccountTokenFile: path,
}: z.output<typeof clusterSchema>): ClusterCredential {
  if (path !== undefined) {
    readText(path, `baremetal.clusters "${id}": serviceAccountTokenFile`);
    return { kind: 'file', path };
  }
  if (token !== undefined) {
    return { kind: 'token', token };
  }
  throw new InputError(
    `baremetal.clusters "${id}" has neither serviceAccountToken nor serviceAccountTokenFile`,
  );
}

/** As kubeconfig files hold it (base64 of PEM), or PEM itself. */
function toPem(data: string): string {
  return data.includes('-----BEGIN')
    ? data
    : Buffer.from(data, 'base64').toString('utf8');
}

function readText(path: string, field: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new InputError(`${field} "${path}" cannot be read`, error);
  }
}
