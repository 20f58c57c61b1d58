import { setTimeout as sleep } from 'node:timers/promises';
import type { Manifest } from '@baremetal/golden-path';
import type { Refuser } from '@baremetal/golden-path/testUtils';
import { type KubeApi, KubeApiError } from '../../start/kubeApi';
import { objectPath } from '../objectPath';

/** A refusal, as it was heard. */
export interface Said {
  readonly by: Refuser;
  readonly words: string;
}

/** Services and Ingresses that are applied first are seen by the controller before the Rollout that names them. */
const SEEN_MS = 1500;

/** How long the controller may take to refuse. */
const REFUSED_MS = 15_000;

/** Without a refusal by then a Rollout counts as accepted, where none is awaited. */
const ACCEPTED_MS = 4000;

/**
 * Applies objects in a namespace of their own, as Argo CD would, and listens: to the API server, to its admission of the
 * pods that they would make, and to the Rollouts controller. The namespace is gone afterwards.
 */
export async function refusedByCluster(options: {
  readonly api: KubeApi;
  readonly namespace: string;
  readonly objects: readonly Manifest[];
  /** What is there already. */
  readonly before?: readonly Manifest[];
  /** Words of the Rollouts controller that are waited for. */
  readonly awaited?: RegExp;
}): Promise<Said | undefined> {
  const { api, namespace, awaited } = options;
  const [before, objects] = [options.before ?? [], options.objects].map(list =>
    movedTo(namespace, list),
  ) as [Manifest[], Manifest[]];
  await api.create('/api/v1/namespaces', {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      name: namespace,
      labels: { 'pod-security.kubernetes.io/enforce': 'restricted' },
    },
  });
  try {
    for (const object of before) await apply(api, object);
    const [rollouts, others] = [
      objects.filter(isRollout),
      objects.filter(object => !isRollout(object)),
    ];
    return (
      (await refusedByServer(others, object => apply(api, object))) ??
      (await sleep(rollouts.length > 0 ? SEEN_MS : 0)) ??
      (await refusedByServer(rollouts, object => apply(api, object))) ??
      (awaited
        ? undefined
        : await refusedByServer(objects.flatMap(podOf), pod =>
            api.send('POST', `${podsOf(namespace)}?dryRun=All`, {
              body: JSON.stringify(pod),
            }),
          )) ??
      (await refusedByController(api, namespace, awaited))
    );
  } finally {
    await api.delete(`/api/v1/namespaces/${namespace}`);
  }
}

function apply(api: KubeApi, object: Manifest): Promise<unknown> {
  return api.apply(objectPath(object), JSON.stringify(object));
}

function isRollout({ kind }: Manifest): boolean {
  return kind === 'Rollout';
}

function podsOf(namespace: string): string {
  return `/api/v1/namespaces/${namespace}/pods`;
}

/** The same objects elsewhere: whatever is exactly the name of their namespace names the other one. */
function movedTo(namespace: string, objects: readonly Manifest[]): Manifest[] {
  const own = objects.find(({ metadata }) => metadata.namespace)?.metadata
    .namespace;
  return JSON.parse(
    JSON.stringify(objects).replaceAll(`"${own}"`, `"${namespace}"`),
  );
}

/** The first of several that the server does not take. */
async function refusedByServer<T>(
  items: readonly T[],
  send: (item: T) => Promise<unknown>,
): Promise<Said | undefined> {
  for (const item of items) {
    try {
      await send(item);
    } catch (error) {
      // A quantity that is none is answered with 500; 503 and 504 say that it is busy.
      if (!(error instanceof KubeApiError) || error.status > 500) throw error;
      return { by: 'apiServer', words: messageOf(error.body) };
    }
  }
  return undefined;
}

function messageOf(body: string): string {
  try {
    return JSON.parse(body).message;
  } catch {
    return body;
  }
}

/** The pod that a workload would make: its template is checked only when it becomes one. */
function podOf({ kind, metadata, spec }: Manifest): unknown[] {
  const { template } = (spec ?? {}) as {
    template?: { metadata?: object; spec: object };
  };
  return ['Rollout', 'Deployment'].includes(kind) && template
    ? [
        {
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: { ...template.metadata, name: `${metadata.name}-0` },
          spec: template.spec,
        },
      ]
    : [];
}

interface Rollouts {
  readonly items: readonly {
    readonly status?: {
      readonly conditions?: readonly {
        readonly type: string;
        readonly status: string;
        readonly message?: string;
      }[];
    };
  }[];
}

async function refusedByController(
  api: KubeApi,
  namespace: string,
  awaited: RegExp | undefined,
): Promise<Said | undefined> {
  const end = Date.now() + (awaited ? REFUSED_MS : ACCEPTED_MS);
  let last: Said | undefined;
  for (;;) {
    const { items } = await api.get<Rollouts>(
      `/apis/argoproj.io/v1alpha1/namespaces/${namespace}/rollouts`,
    );
    const invalid = items
      .flatMap(({ status }) => status?.conditions ?? [])
      .find(({ type, status }) => type === 'InvalidSpec' && status === 'True');
    last = invalid && { by: 'rollouts', words: invalid.message ?? '' };
    if (last && awaited?.test(last.words)) return last;
    if (items.length === 0 || Date.now() > end) return last;
    await sleep(300);
  }
}
