import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { program } from '../build/cache';
import type { Children } from './Children';
import type { RunningCluster } from './cluster';

const NAMESPACE = 'argo-rollouts';

/** Name by which Rollouts ask for the router of the Gateway API. */
const ROUTER = 'argoproj-labs/gatewayAPI';

/** Starts the Rollouts controller with a router for the Gateway API, as a cluster of the platform has it. */
export async function startRollouts(
  { api, name, kubeconfig }: RunningCluster,
  options: {
    dir: string;
    children: Children;
    ports: { health: number; metrics: number };
  },
): Promise<void> {
  const { children, ports } = options;
  await api.create('/api/v1/namespaces', {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: NAMESPACE },
  });
  await api.create(`/api/v1/namespaces/${NAMESPACE}/configmaps`, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'argo-rollouts-config' },
    data: {
      // JSON is YAML.
      trafficRouterPlugins: JSON.stringify([
        { name: ROUTER, location: `file://${program('gatewayapi-router')}` },
      ]),
    },
  });
  // It copies its plugins below the folder in which it runs.
  const cwd = join(options.dir, `${name}-rollouts`);
  mkdirSync(cwd, { recursive: true });
  children.start(`${name}-rollouts`, {
    command: program('rollouts-controller'),
    args: [
      '--kubeconfig',
      kubeconfig,
      '--leader-elect=false',
      '--qps=200',
      '--burst=400',
      '--healthzPort',
      String(ports.health),
      '--metricsPort',
      String(ports.metrics),
    ],
    cwd,
    env: { KUBECONFIG: kubeconfig, POD_NAMESPACE: NAMESPACE },
  });
  await children.until(
    `${name}-rollouts`,
    async () => (await fetch(`http://127.0.0.1:${ports.health}/healthz`)).ok,
  );
}
