import { randomBytes } from 'node:crypto';
import type { PlatformClock } from '../clock';
import type { ClusterAccess } from '../platform';
import type { Certificates } from '../tls/certificates';
import { ClusterFaults } from './faults';
import type { Account } from './http/access';
import { KubeServer } from './http/KubeServer';
import { KINDS } from './kinds';
import { ObjectService } from './ObjectService';
import { ObjectStore } from './ObjectStore';

export interface ClusterOptions {
  readonly name: string;
  readonly clock: PlatformClock;
  readonly certificates: Certificates;
  readonly port?: number;
}

const FIRST_NAMESPACES = [
  'default',
  'kube-system',
  'kube-public',
  'kube-node-lease',
];

/** One cluster: its objects, its API server, and what can be broken about it. */
export class SimulatedCluster {
  private constructor(
    readonly name: string,
    readonly clock: PlatformClock,
    readonly objects: ObjectService,
    readonly faults: ClusterFaults,
    readonly server: KubeServer,
    readonly access: ClusterAccess,
  ) {}

  static async start(options: ClusterOptions): Promise<SimulatedCluster> {
    const { name, clock, certificates, port } = options;
    const objects = new ObjectService(new ObjectStore(), () => clock.stamp());
    for (const namespace of FIRST_NAMESPACES) {
      objects.create(KINDS.namespaces, {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: namespace },
      });
    }
    objects.store.compact();
    const faults = new ClusterFaults();
    const tokens = { admin: token(), reader: token() };
    const accounts = new Map<string, Account>([
      [tokens.admin, { user: 'admin', role: 'admin' }],
      [
        tokens.reader,
        { user: 'system:serviceaccount:backstage:baremetal', role: 'reader' },
      ],
    ]);
    const server = await KubeServer.start({
      objects,
      faults,
      certificates,
      accounts,
      port,
    });
    return new SimulatedCluster(name, clock, objects, faults, server, {
      name,
      url: server.url,
      ca: certificates.ca,
      readerToken: tokens.reader,
      adminToken: tokens.admin,
    });
  }

  async stop(): Promise<void> {
    await this.server.kill();
  }
}

function token(): string {
  return randomBytes(24).toString('base64url');
}
