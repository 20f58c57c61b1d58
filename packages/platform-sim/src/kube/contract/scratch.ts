import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { ClusterAccess } from '../../platform';
import { call } from './contractClient';

/** A namespace for one case, so that cases do not see each other. */
export interface Scratch {
  readonly namespace: string;
  /** Path of config maps in it, or of another namespaced core resource. */
  path(resource?: string): string;
  configMap(
    name: string,
    more?: {
      labels?: Record<string, string>;
      data?: Record<string, string>;
    },
  ): Promise<any>;
}

export async function withScratch(
  cluster: ClusterAccess,
  run: (scratch: Scratch) => Promise<void>,
): Promise<void> {
  const namespace = `contract-${randomBytes(4).toString('hex')}`;
  const made = await call(cluster, '/api/v1/namespaces', {
    method: 'POST',
    body: {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace },
    },
  });
  assert.equal(made.code, 201, made.text);
  const path = (resource = 'configmaps') =>
    `/api/v1/namespaces/${namespace}/${resource}`;
  const configMap: Scratch['configMap'] = async (name, more = {}) => {
    const { labels, data = {} } = more;
    const answer = await call(cluster, path(), {
      method: 'POST',
      body: {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name, ...(labels && { labels }) },
        data,
      },
    });
    assert.equal(answer.code, 201, answer.text);
    return answer.body;
  };
  try {
    await run({ namespace, path, configMap });
  } finally {
    await call(cluster, `/api/v1/namespaces/${namespace}`, {
      method: 'DELETE',
    });
  }
}

/** A Rollout that no controller can act on: it has no pods to make. */
export function idleRollout(name: string): object {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { name },
    spec: {
      replicas: 0,
      selector: { matchLabels: { app: name } },
      template: {
        metadata: { labels: { app: name } },
        spec: {
          containers: [{ name: 'web', image: 'registry.example/shop/web:1' }],
        },
      },
      strategy: { canary: {} },
    },
  };
}
