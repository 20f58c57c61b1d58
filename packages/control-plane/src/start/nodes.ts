import type { KubeApi } from './kubeApi';

/** A machine that kwok stands in for. */
export interface NodeFacts {
  readonly name: string;
  readonly hardwareClass: string;
  readonly domain: string;
  readonly cpu: string;
  readonly memory: string;
}

const POOL_LABEL = 'node.cluster.x-k8s.io/hardware-class';
const DOMAIN_LABEL = 'topology.kubernetes.io/zone';

/** Six machines over three power domains: enough for spreads, canaries and three copies. */
export function nodesOf(cluster: string): NodeFacts[] {
  return Array.from({ length: 6 }, (_, i) => ({
    name: `m-${cluster}-0${i + 1}`,
    hardwareClass: i < 4 ? 'compute' : 'storage-heavy',
    domain: `pdu-${'abc'[i % 3]}`,
    cpu: '32',
    memory: '128Gi',
  }));
}

export async function addNodes(
  api: KubeApi,
  nodes: readonly NodeFacts[],
): Promise<void> {
  await Promise.all(
    nodes.map(({ name, hardwareClass, domain, cpu, memory }) => {
      const amounts = { cpu, memory, pods: '110' };
      return api.create('/api/v1/nodes', {
        apiVersion: 'v1',
        kind: 'Node',
        metadata: {
          name,
          annotations: { 'kwok.x-k8s.io/node': 'fake' },
          labels: {
            'kubernetes.io/hostname': name,
            'kubernetes.io/os': 'linux',
            [POOL_LABEL]: hardwareClass,
            [DOMAIN_LABEL]: domain,
          },
        },
        status: { allocatable: amounts, capacity: amounts },
      });
    }),
  );
}
