import type {
  ClassObservation,
  Problem,
} from '@baremetal/backstage-plugin-baremetal-common';
import type {
  StorageClassQuestion,
  StorageSystem,
  VolumesAnswer,
} from '@baremetal/backstage-plugin-baremetal-node';
import type { LinstorClusterConfig } from './config';
import { readDrbdFacts, withDrbdFacts } from './drbdMetrics';
import { LinstorClient, LinstorError } from './linstor/LinstorClient';
import type { LinstorGroup, LinstorPool } from './linstor/schemas';
import { SlowFacts } from './linstor/SlowFacts';
import {
  parseHandle,
  spreadKey,
  topologyOf,
  toVolumeObservation,
} from './linstor/toVolumeObservation';

/** Groups change with classes, and the controller itself looks at pools every three minutes only. */
const KEEP_SLOW_FACTS = 60_000;
const CALL_TIMEOUT = 10_000;
const ZONE = 'topology.kubernetes.io/zone';
/** Parameter of a class that names its resource group, with and without its prefix. */
const GROUP_PARAMETER = /^(linstor\.csi\.linbit\.com\/)?resourcegroup$/i;

export interface LinstorSystemOptions {
  readonly clusters: readonly LinstorClusterConfig[];
  readonly fetch: typeof fetch;
  readonly now: () => number;
}

/** What is kept for one cluster. */
interface Controller {
  readonly config: LinstorClusterConfig;
  readonly client: LinstorClient;
  readonly groups: SlowFacts<LinstorGroup[]>;
  readonly pools: SlowFacts<LinstorPool[]>;
}

/** LINSTOR controllers, one for each cluster that names one. */
export class LinstorSystem implements StorageSystem {
  readonly id = 'linstor';
  readonly source = 'LINSTOR';
  readonly provisioners = ['linstor.csi.linbit.com'];
  readonly clusters: readonly string[];
  readonly #controllers: ReadonlyMap<string, Controller>;
  readonly #fetch: typeof fetch;

  constructor(options: LinstorSystemOptions) {
    this.#fetch = options.fetch;
    this.clusters = options.clusters.map(({ cluster }) => cluster);
    this.#controllers = new Map(
      options.clusters.map(config => [
        config.cluster,
        createController(config, options),
      ]),
    );
  }

  async askVolumes(
    cluster: string,
    options: {
      readonly handles: readonly string[];
      readonly signal: AbortSignal;
    },
  ): Promise<VolumesAnswer> {
    const { handles, signal } = options;
    const { client, groups, pools } = this.#controller(cluster);
    const names = [
      ...new Set(handles.map(handle => parseHandle(handle).resource)),
    ];
    const state = {
      // Asked even without volumes: it tells whether the controller is alive.
      nodes: await client.nodes(signal),
      groups: await groups.get(signal),
      pools: await pools.get(signal),
      definitions: await client.definitions(names, signal),
      resources: await client.resources(names, signal),
    };
    const volumes = handles.flatMap(
      handle => toVolumeObservation(handle, state) ?? [],
    );
    return this.#measured(cluster, { volumes, names, signal });
  }

  /** Adds what only metrics say, if there is a metrics server. */
  async #measured(
    cluster: string,
    options: {
      readonly volumes: VolumesAnswer['volumes'];
      readonly names: readonly string[];
      readonly signal: AbortSignal;
    },
  ): Promise<VolumesAnswer> {
    const { volumes, names, signal } = options;
    const url = this.#controller(cluster).config.prometheusUrl;
    if (url === undefined || names.length === 0) {
      return { volumes, further: [] };
    }
    const facts = await readDrbdFacts(names, {
      url,
      cluster,
      fetch: this.#fetch,
      timeoutMs: CALL_TIMEOUT,
      signal,
    });
    return 'kind' in facts
      ? { volumes, further: [{ source: 'Prometheus', problem: facts }] }
      : {
          volumes: volumes.map(volume => withDrbdFacts(volume, facts)),
          further: [{ source: 'Prometheus' }],
        };
  }

  async askClasses(
    cluster: string,
    options: {
      readonly classes: readonly StorageClassQuestion[];
      readonly signal: AbortSignal;
    },
  ): Promise<readonly ClassObservation[]> {
    const { classes, signal } = options;
    const { client, groups, pools } = this.#controller(cluster);
    const known = await groups.get(signal);
    const room = await pools.get(signal);
    const nodes = await client.nodes(signal);
    const answers: ClassObservation[] = [];
    for (const question of classes) {
      const group = groupOf(question, known);
      if (group) {
        const zone = spreadKey(group) ?? ZONE;
        const domains = poolsOf(group, room).flatMap(
          ({ node_name: name }) =>
            topologyOf(
              nodes.find(node => node.name === name),
              zone,
            ) ?? [],
        );
        answers.push({
          name: question.name,
          domains: [...new Set(domains)].sort(),
          largestClaimBytes: await client.largestVolume(group.name, signal),
          snapshots: takeSnapshots(poolsOf(group, room)),
        });
      }
    }
    return answers;
  }

  toProblem(cluster: string, error: unknown): Problem {
    if (error instanceof LinstorError) {
      return error.problem;
    }
    const timedOut = error instanceof Error && error.name === 'TimeoutError';
    return {
      kind: timedOut ? 'timedOut' : 'unexpected',
      message: timedOut
        ? `LINSTOR of ${cluster} does not answer in time.`
        : `LINSTOR of ${cluster} could not be asked.`,
    };
  }

  #controller(cluster: string): Controller {
    const controller = this.#controllers.get(cluster);
    if (!controller) {
      throw new Error(`No LINSTOR is set up for ${cluster}`);
    }
    return controller;
  }
}

function createController(
  config: LinstorClusterConfig,
  { fetch: request, now }: LinstorSystemOptions,
): Controller {
  const client = new LinstorClient(config, {
    fetch: request,
    timeoutMs: CALL_TIMEOUT,
  });
  const keep = { keepMs: KEEP_SLOW_FACTS, now };
  return {
    config,
    client,
    groups: new SlowFacts(signal => client.groups(signal), keep),
    pools: new SlowFacts(signal => client.pools(signal), keep),
  };
}

/** The group that the class names; one that names none may still be called like a group. */
function groupOf(
  { name, parameters }: StorageClassQuestion,
  groups: readonly LinstorGroup[],
): LinstorGroup | undefined {
  const named = Object.entries(parameters).find(([key]) =>
    GROUP_PARAMETER.test(key),
  )?.[1];
  return groups.find(group => group.name === (named ?? name));
}

/** Pools that a group may use; a group that names none may use all. */
/** Decided by the pools and never by a name; unknown while one of them does not say. */
function takeSnapshots(pools: readonly LinstorPool[]): boolean | undefined {
  const flags = pools.map(pool => pool.supports_snapshots);
  if (flags.includes(false)) return false;
  return flags.length === 0 || flags.includes(undefined) ? undefined : true;
}

function poolsOf(
  { select_filter: filter }: LinstorGroup,
  pools: readonly LinstorPool[],
): readonly LinstorPool[] {
  const names = [
    ...(filter?.storage_pool_list ?? []),
    ...(filter?.storage_pool ? [filter.storage_pool] : []),
  ];
  return names.length === 0
    ? pools
    : pools.filter(pool => names.includes(pool.storage_pool_name));
}
