import type { Manifest } from '@baremetal/golden-path';
import type { KubeAnswer, KubeApi } from '../start/kubeApi';
import { answerMatrix } from './answerMatrix';
import type { Part } from './part';
import { objectPath } from './objectPath';
import { kustomize } from './renderPart';

/** How long pods and rollouts may take on kwok before they count as stuck. */
const SETTLE_SECONDS = 60;

interface Listed {
  readonly items: readonly {
    readonly metadata: { readonly name: string };
    readonly status?: {
      readonly phase?: string;
      readonly message?: string;
      readonly conditions?: readonly {
        type: string;
        status: string;
        reason?: string;
        message?: string;
      }[];
    };
  }[];
}

/** Every object of every repository that the template can make, judged by a real API server and real controllers. */
export const manifestsPart: Part = {
  name: 'manifests',
  words:
    'generated objects pass strict apply under "restricted", and become healthy',
  needs: { clusters: ['dev'], git: false, argocd: false },
  // Each has a namespace of its own and mostly waits for pods to have been ready long enough.
  atOnce: 6,
  *cases({ platform, full }) {
    for (const { name, plan } of answerMatrix()) {
      const environments = full
        ? plan.environments
        : plan.environments.filter(
            e => e.environment === 'prod' || name === 'store-beside',
          );
      for (const { environment } of environments) {
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
    await settled(api, namespace, objects);
  } finally {
    await api.delete(`/api/v1/namespaces/${namespace}`);
  }
}

/** As Argo CD applies them: by wave. */
function inWaves(objects: readonly Manifest[]): Manifest[] {
  const wave = ({ metadata }: Manifest) =>
    Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0);
  return [...objects].sort((a, b) => wave(a) - wave(b));
}

async function settled(
  api: KubeApi,
  namespace: string,
  objects: readonly Manifest[],
): Promise<void> {
  const end = Date.now() + SETTLE_SECONDS * 1000;
  for (;;) {
    const wrong = await notYet(api, namespace, objects);
    if (wrong === undefined) return;
    if (wrong.forGood || Date.now() > end) throw new Error(wrong.words);
    await new Promise(done => setTimeout(done, 500));
  }
}

async function notYet(
  api: KubeApi,
  namespace: string,
  objects: readonly Manifest[],
): Promise<{ words: string; forGood: boolean } | undefined> {
  const rollouts = await api.get<Listed>(
    `/apis/argoproj.io/v1alpha1/namespaces/${namespace}/rollouts`,
  );
  for (const { metadata, status } of rollouts.items) {
    const invalid = status?.conditions?.find(
      ({ type }) => type === 'InvalidSpec',
    );
    if (invalid) {
      return {
        words: `Rollout ${metadata.name} is refused: ${invalid.message}`,
        forGood: true,
      };
    }
    if (status?.phase !== 'Healthy') {
      return {
        words: `Rollout ${metadata.name} is ${status?.phase}: ${status?.message}`,
        forGood: false,
      };
    }
  }
  const pods = await api.get<Listed>(`/api/v1/namespaces/${namespace}/pods`);
  const wanted = objects
    .filter(({ kind }) =>
      ['Rollout', 'StatefulSet', 'Deployment'].includes(kind),
    )
    .reduce(
      (sum, object) =>
        sum + ((object.spec as { replicas?: number }).replicas ?? 1),
      0,
    );
  const ready = pods.items.filter(({ status }) =>
    status?.conditions?.some(
      ({ type, status: value }) => type === 'Ready' && value === 'True',
    ),
  ).length;
  if (ready >= wanted) return undefined;
  const why = pods.items
    .flatMap(({ metadata, status }) =>
      (status?.conditions ?? [])
        .filter(({ status: value, message }) => value === 'False' && message)
        .map(({ message }) => `${metadata.name}: ${message}`),
    )
    .join('; ');
  return {
    words: `${ready} of ${wanted} pods are ready. ${why}`,
    forGood: false,
  };
}
