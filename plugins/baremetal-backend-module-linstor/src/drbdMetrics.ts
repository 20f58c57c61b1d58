import type {
  Problem,
  VolumeObservation,
} from '@baremetal/backstage-plugin-baremetal-common';
import { z } from 'zod';
import { parseHandle } from './linstor/toVolumeObservation';

/** What LINSTOR's REST API does not say, and the nodes' own metrics do. */
export interface DrbdFacts {
  /** Per `resource node`: whether the node has the majority. */
  readonly quorum: ReadonlyMap<string, boolean>;
  /** Resources with suspended reads and writes somewhere. */
  readonly suspended: ReadonlySet<string>;
}

export interface DrbdMetricsOptions {
  readonly url: string;
  readonly cluster: string;
  readonly fetch: typeof fetch;
  readonly timeoutMs: number;
}

const answerBody = z.object({
  status: z.literal('success'),
  data: z.object({
    result: z.array(
      z.object({
        metric: z.record(z.string(), z.string()),
        value: z.tuple([z.number(), z.string()]),
      }),
    ),
  }),
});

/** Longer expressions make longer addresses than servers like. */
const NAMES_PER_QUERY = 25;
/** Names enter an expression, so only what LINSTOR itself allows in a name gets there. */
const RESOURCE_NAME = /^[A-Za-z0-9_.-]+$/;

/** Asks Prometheus for quorum and suspension of these resources; a failure is a value. */
export async function readDrbdFacts(
  resources: readonly string[],
  options: DrbdMetricsOptions & { readonly signal: AbortSignal },
): Promise<DrbdFacts | Problem> {
  const names = [...new Set(resources)].filter(name =>
    RESOURCE_NAME.test(name),
  );
  const quorum = new Map<string, boolean>();
  const suspended = new Set<string>();
  try {
    for (let at = 0; at < names.length; at += NAMES_PER_QUERY) {
      const chunk = names.slice(at, at + NAMES_PER_QUERY);
      for (const { metric, value } of await ask(
        expression('drbd_device_quorum', chunk),
        options,
      )) {
        quorum.set(key(metric.name, metric.node), Number(value[1]) === 1);
      }
      for (const { metric, value } of await ask(
        expression('drbd_resource_suspended', chunk),
        options,
      )) {
        if (metric.name !== undefined && Number(value[1]) === 1) {
          suspended.add(metric.name);
        }
      }
    }
  } catch {
    return {
      kind: 'unreachable',
      message: `Prometheus of ${options.cluster} does not answer; quorum is estimated.`,
    };
  }
  return { quorum, suspended };
}

function key(resource: string | undefined, node: string | undefined): string {
  return `${resource} ${node}`;
}

function expression(metric: string, names: readonly string[]): string {
  return names.map(name => `${metric}{name="${name}"}`).join(' or ');
}

async function ask(
  query: string,
  {
    url,
    fetch: request,
    timeoutMs,
    signal,
  }: DrbdMetricsOptions & { readonly signal: AbortSignal },
) {
  const response = await request(`${url}/api/v1/query`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ query }).toString(),
    redirect: 'error',
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
  });
  return answerBody.parse(await response.json()).data.result;
}

/** Adds what was measured on the node in use. */
export function withDrbdFacts(
  volume: VolumeObservation,
  { quorum, suspended }: DrbdFacts,
): VolumeObservation {
  const { resource } = parseHandle(volume.handle);
  const used = volume.replicas.find(({ inUse }) => inUse === true);
  const held = used && quorum.get(key(resource, used.node));
  return {
    ...volume,
    suspended: quorum.size > 0 ? suspended.has(resource) : undefined,
    quorum: {
      ...volume.quorum,
      measured: held === undefined ? undefined : { held, source: 'metric' },
    },
  };
}
