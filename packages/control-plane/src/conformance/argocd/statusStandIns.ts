import { setTimeout as sleep } from 'node:timers/promises';
import type { KubeApi } from '../../start/kubeApi';

interface Listed {
  readonly items: readonly {
    readonly metadata: {
      readonly name: string;
      readonly namespace: string;
      readonly generation?: number;
    };
    readonly spec: {
      readonly type?: string;
      readonly parentRefs?: readonly object[];
    };
    readonly status?: object;
  }[];
}

type Found = Listed['items'][number];

const ADDRESS = { loadBalancer: { ingress: [{ ip: '192.0.2.10' }] } };

/**
 * What controllers that do not run here would say about their objects: a Gateway, ingress-nginx, Cilium's load
 * balancer, KEDA and External Secrets. Argo CD waits for these words.
 */
const STATUSES: readonly {
  readonly list: string;
  readonly statusOf: (object: Found) => object | undefined;
}[] = [
  {
    list: '/apis/gateway.networking.k8s.io/v1/httproutes',
    statusOf: ({ metadata, spec }) => ({
      parents: (spec.parentRefs ?? []).map(parentRef => ({
        parentRef,
        controllerName: 'conformance.example/gateway',
        conditions: ['Accepted', 'ResolvedRefs'].map(type => ({
          ...condition(type),
          observedGeneration: metadata.generation,
        })),
      })),
    }),
  },
  {
    list: '/apis/networking.k8s.io/v1/ingresses',
    statusOf: () => ADDRESS,
  },
  {
    list: '/api/v1/services',
    statusOf: ({ spec }) =>
      spec.type === 'LoadBalancer' ? ADDRESS : undefined,
  },
  {
    list: '/apis/keda.sh/v1alpha1/scaledobjects',
    statusOf: () => ({ conditions: [condition('Ready')] }),
  },
  {
    list: '/apis/external-secrets.io/v1/externalsecrets',
    statusOf: () => ({ conditions: [condition('Ready')] }),
  },
];

function condition(type: string) {
  return {
    type,
    status: 'True',
    reason: 'StandIn',
    message: 'said by a stand-in for the controller',
    lastTransitionTime: '2026-01-01T00:00:00Z',
  };
}

/** Stands in for controllers until it is stopped. @returns stops it */
export function standInForControllers(api: KubeApi): () => Promise<void> {
  let isRunning = true;
  const work = (async () => {
    while (isRunning) {
      // A list that fails now is tried again; what is missing in the end is seen by Argo CD.
      await sayAll(api).catch(() => undefined);
      await sleep(500);
    }
  })();
  return async () => {
    isRunning = false;
    await work;
  };
}

async function sayAll(api: KubeApi): Promise<void> {
  for (const { list, statusOf } of STATUSES) {
    const { items } = await api.get<Listed>(list);
    for (const item of items) {
      const status = statusOf(item);
      if (status === undefined || includes(item.status, status)) continue;
      const { namespace, name } = item.metadata;
      const path = list.replace(
        /\/(\w+)$/,
        `/namespaces/${namespace}/$1/${name}`,
      );
      await api.patch(`${path}/status`, { status });
    }
  }
}

/** Whether a status says it already; it may say more. */
function includes(value: unknown, part: unknown): boolean {
  if (typeof part !== 'object' || part === null) return value === part;
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(part).every(([key, wanted]) =>
      includes((value as Record<string, unknown>)[key], wanted),
    )
  );
}
