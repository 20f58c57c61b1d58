import type { PlatformClock } from '../clock';
import type { RunningStorage } from '../linstor/ports';
import { startStorage } from '../linstor/startStorage';
import type { RunningMetrics } from '../prometheus/ports';
import { startMetrics } from '../prometheus/startMetrics';
import {
  nodeObject,
  platformObjects,
  storageClassObjects,
} from './clusterObjects';
import type { MachineFacts } from './machines';
import { STORAGE_CLASSES, storageNode } from './machines';
import type { Certificates } from '../tls/certificates';
import { allControllers } from './controllers/allControllers';
import { ControllerLoop } from './controllers/ControllerLoop';
import { UNREACHABLE } from './controllers/nodeController';
import { findKind, KINDS } from './kinds';
import { SimulatedCluster } from './SimulatedCluster';

export interface PlatformClusterOptions {
  readonly name: string;
  readonly clock: PlatformClock;
  readonly certificates: Certificates;
  readonly machines: readonly MachineFacts[];
  readonly ports?: ClusterPorts;
}

export interface ClusterPorts {
  readonly api?: number;
  readonly linstor?: number;
  readonly prometheus?: number;
}

/** A workload cluster with everything that belongs to it: API server, controllers, LINSTOR, Prometheus. */
export class PlatformCluster {
  private constructor(
    readonly cluster: SimulatedCluster,
    readonly storage: RunningStorage,
    readonly metrics: RunningMetrics,
    readonly machines: readonly MachineFacts[],
    private readonly loop: ControllerLoop,
    private readonly copies: ReadonlyMap<string, readonly string[]>,
  ) {}

  static async start(
    options: PlatformClusterOptions,
  ): Promise<PlatformCluster> {
    const { name, clock, certificates, machines, ports = {} } = options;
    const now = () => clock.now();
    const storage = await startStorage({
      cluster: name,
      nodes: machines.map(storageNode),
      classes: STORAGE_CLASSES,
      now,
      port: ports.linstor,
    });
    const metrics = await startMetrics({
      cluster: name,
      now,
      port: ports.prometheus,
      series: storage.series,
    });
    const cluster = await SimulatedCluster.start({
      name,
      clock,
      certificates,
      port: ports.api,
    });
    const { objects } = cluster;
    const context = {
      cluster: name,
      clock,
      objects,
      storage: storage.provisioner,
      copyNodes: new Map<string, readonly string[]>(),
      queryMetric: (expression: string, at: number) =>
        metrics.query(expression, at).map(({ value }) => value),
    };
    const loop = new ControllerLoop(
      objects.store,
      clock,
      allControllers(context),
    );
    createFirstObjects(cluster, machines);
    loop.settle();
    return new PlatformCluster(
      cluster,
      storage,
      metrics,
      machines,
      loop,
      context.copyNodes,
    );
  }

  get name(): string {
    return this.cluster.name;
  }

  /** Nodes with a copy of the volume, as it was placed. */
  copyNodes(volume: string): readonly string[] {
    return this.copies.get(volume) ?? [];
  }

  /** Lets the controllers do all that is to be done now. */
  settle(): void {
    this.loop.settle();
  }

  /** A machine loses power, or comes back. */
  setPower(machine: string, on: boolean): void {
    const { objects, clock } = this.cluster;
    const timeAdded = clock.stamp();
    this.storage.provisioner.nodePower(machine, on);
    objects.update(KINDS.nodes, { name: machine }, live => ({
      ...live,
      spec: {
        ...live.spec,
        taints: [
          ...(live.spec.taints ?? []).filter(
            ({ key }: any) => key !== UNREACHABLE,
          ),
          ...(on
            ? []
            : ['NoSchedule', 'NoExecute'].map(effect => ({
                key: UNREACHABLE,
                effect,
                timeAdded,
              }))),
        ],
      },
    }));
    objects.update(
      KINDS.nodes,
      { name: machine },
      live => ({
        ...live,
        status: {
          ...live.status,
          conditions: live.status.conditions.map((condition: any) => ({
            ...condition,
            ...(on
              ? { status: condition.type === 'Ready' ? 'True' : 'False' }
              : { status: 'Unknown', reason: 'NodeStatusUnknown' }),
            lastTransitionTime: timeAdded,
          })),
        },
      }),
      { subresource: 'status' },
    );
    if (!on) this.#loseReadiness(machine);
    this.settle();
  }

  async stop(): Promise<void> {
    this.loop.stop();
    await Promise.all([
      this.cluster.stop(),
      this.storage.stop(),
      this.metrics.stop(),
    ]);
  }

  #loseReadiness(machine: string): void {
    const { objects, clock } = this.cluster;
    for (const pod of objects.list(KINDS.pods)) {
      if (pod.spec.nodeName !== machine) continue;
      const conditions = (pod.status.conditions ?? []).map((condition: any) =>
        condition.type === 'Ready'
          ? {
              ...condition,
              status: 'False',
              reason: 'NodeNotReady',
              lastTransitionTime: clock.stamp(),
            }
          : condition,
      );
      objects.setStatus(KINDS.pods, pod, { ...pod.status, conditions });
    }
  }
}

function createFirstObjects(
  { objects, clock }: SimulatedCluster,
  machines: readonly MachineFacts[],
): void {
  const first = [
    ...machines.map(machine => nodeObject(machine, clock.stamp())),
    ...storageClassObjects(),
    ...platformObjects(),
  ];
  for (const object of first) {
    const kind = findKind(object);
    if (kind) objects.create(kind, object);
  }
}
