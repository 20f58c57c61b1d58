import { kubernetesContract } from '@baremetal/platform-sim';
import type { Part } from './part';

/** The suite that the embedded API server passes in its own tests, on a real one. */
export const apiPart: Part = {
  name: 'api',
  words: 'the Kubernetes API contract, on kube-apiserver',
  needs: { clusters: ['dev'], git: false, argocd: false },
  *cases({ platform }) {
    for (const { name, run } of kubernetesContract) {
      yield {
        name,
        run: () => {
          const cluster = platform().apis.get('dev');
          if (cluster === undefined) throw new Error('there is no cluster dev');
          const { children } = platform();
          return run({
            cluster: cluster.access,
            // What a server kept of the past is gone when it starts again.
            forget: async () => {
              await children.kill('dev-apiserver');
              children.restart('dev-apiserver');
              await children.until('dev-apiserver', () =>
                cluster.api.isReady(),
              );
            },
          });
        },
      };
    }
  },
};
