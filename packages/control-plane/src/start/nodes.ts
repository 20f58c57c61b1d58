import { DOMAIN_LABEL, machinesOf, POOL_LABEL } from '@baremetal/platform-sim';
import type { KubeApi } from './kubeApi';

/** Adds the machines that the embedded platform has too; kwok stands in for their kubelets. */
export async function addNodes(api: KubeApi, cluster: string): Promise<void> {
  await Promise.all(
    machinesOf(cluster).map(
      ({ name, hardwareClass, domain, cores, memoryGi }) => {
        const amounts = {
          cpu: String(cores),
          memory: `${memoryGi}Gi`,
          pods: '110',
        };
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
      },
    ),
  );
}
