import type { Manifest } from '@baremetal/golden-path';
import type { KubeAnswer, KubeApi } from '../start/kubeApi';
import { answerMatrix, wholeMatrix } from './answerMatrix';
import type { Part } from './part';
import { runJobs, settled } from './settled';
import { objectPath } from './objectPath';
import { kustomize } from './renderPart';

/** Every object of every repository that the template can make, judged by a real API server and real controllers. */
export const manifestsPart: Part = {
  name: 'manifests',
  words:
    'generated objects pass strict apply under "restricted", and become healthy',
  needs: { clusters: ['dev'], git: false, argocd: false },
  // Each has a namespace of its own and mostly waits for pods to have been ready long enough.
  atOnce: 6,
  *cases({ platform, full }) {
    for (const { name, plan } of full ? wholeMatrix() : answerMatrix()) {
      for (const { environment } of plan.environments) {
        yield {
          name: `${name}: ${environment}`,
          run: async () => {
            const api = platform().apis.get('dev')?.api;
            if (api === undefined) throw new Error('there is no cluster dev');
            const objects = await kustomize(
              plan.files,
              `deploy/overlays/${environment}`,
            );
            await judge(api, objects);
          },
        };
      }
    }
  },
};

async function judge(
  api: KubeApi,
  objects: readonly Manifest[],
): Promise<void> {
  const namespace = objects.find(({ metadata }) => metadata.namespace)?.metadata
    .namespace;
  if (namespace === undefined) throw new Error('no object names a namespace');
  await api.create('/api/v1/namespaces', {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: namespace,
      labels: {
        'pod-security.kubernetes.io/enforce': 'restricted',
        'pod-security.kubernetes.io/warn': 'restricted',
      },
    },
  });
  try {
    const warnings: string[] = [];
    for (const object of inWaves(objects)) {
      const answer: KubeAnswer = await api.apply(
        objectPath(object),
        JSON.stringify(object),
      );
      warnings.push(
        ...answer.warnings.map(
          text => `${object.kind}/${object.metadata.name}: ${text}`,
        ),
      );
    }
    if (warnings.length > 0)
      throw new Error(`the API server warns:\n${warnings.join('\n')}`);
    await runJobs(api, namespace, objects);
    await settled(api, namespace, objects);
  } finally {
    await api.delete(`/api/v1/namespaces/${namespace}`);
  }
}

/** As Argo CD applies them: by wave, and in a wave the kinds that it does not know after those of Kubernetes. */
function inWaves(objects: readonly Manifest[]): Manifest[] {
  const wave = ({ metadata }: Manifest) =>
    Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0);
  const isForeign = ({ apiVersion }: Manifest) => {
    const [group = ''] = apiVersion.split('/');
    return Number(group.includes('.') && !group.endsWith('.k8s.io'));
  };
  return [...objects].sort(
    (a, b) => wave(a) - wave(b) || isForeign(a) - isForeign(b),
  );
}
