import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { program } from '../build/cache';
import { moduleFolder } from '../build/go';
import type { Children } from './Children';
import type { RunningCluster } from './cluster';
import { installCrds } from './crds';
import { startRollouts } from './rolloutsController';

/** Adds what makes pods move: scheduler, kwok in place of machines, and the Rollouts controller. */
export async function startWorkloadParts(
  cluster: RunningCluster,
  options: { dir: string; children: Children; ports: WorkloadPorts },
): Promise<void> {
  const { api, name, kubeconfig } = cluster;
  const { dir, children, ports } = options;
  await installCrds(api, 'workload');
  children.start(`${name}-scheduler`, {
    command: program('kube-scheduler'),
    args: [
      `--kubeconfig=${kubeconfig}`,
      '--leader-elect=false',
      '--secure-port=0',
    ],
  });
  children.start(`${name}-kwok`, {
    command: program('kwok'),
    args: [
      '--kubeconfig',
      kubeconfig,
      '--config',
      await stages(dir),
      '--manage-all-nodes=true',
      // Leases from the start: without them the node lifecycle controller marks nodes lost after 40 s, and their pods
      // unready for good.
      '--node-lease-duration-seconds=40',
      `--server-address=127.0.0.1:${ports.kwok}`,
    ],
  });
  await startRollouts(cluster, {
    dir,
    children,
    ports: { health: ports.rolloutsHealth, metrics: ports.rolloutsMetrics },
  });
}

export interface WorkloadPorts {
  readonly rolloutsHealth: number;
  readonly rolloutsMetrics: number;
  readonly kwok: number;
}

/** kwok's own stages: node heartbeats with leases, pods that run at once, jobs that complete. */
async function stages(dir: string): Promise<string> {
  const root = join(
    await moduleFolder('kwok', 'sigs.k8s.io/kwok'),
    'kustomize/stage',
  );
  const documents = [
    'pod/fast',
    'node/fast',
    'node/heartbeat-with-lease',
  ].flatMap(folder =>
    readdirSync(join(root, folder))
      .filter(file => file.endsWith('.yaml') && file !== 'kustomization.yaml')
      .map(file => readFileSync(join(root, folder, file), 'utf8')),
  );
  const file = join(dir, 'stages.yaml');
  writeFileSync(file, documents.join('\n---\n'));
  return file;
}
