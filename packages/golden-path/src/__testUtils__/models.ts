import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Manifest } from '../types';

/** Packages of `kubernetes-models`, by the groups whose types they hold. */
const PACKAGES: Readonly<Record<string, string>> = {
  'autoscaling.k8s.io': '@kubernetes-models/autoscaler',
  'cilium.io': '@kubernetes-models/cilium',
  'external-secrets.io': '@kubernetes-models/external-secrets',
  'gateway.networking.k8s.io': '@kubernetes-models/gateway-api',
  'keda.sh': '@kubernetes-models/keda',
  'monitoring.coreos.com': '@kubernetes-models/prometheus-operator',
};

/** The two that share a group. */
const OF_ARGO: Readonly<Record<string, string>> = {
  Rollout: '@kubernetes-models/argo-rollouts',
  AnalysisTemplate: '@kubernetes-models/argo-rollouts',
  AppProject: '@kubernetes-models/argo-cd',
  ApplicationSet: '@kubernetes-models/argo-cd',
};

type Typed = Pick<Manifest, 'apiVersion' | 'kind'>;

/** Module with the class of a kind and, under `I<kind>`, its type. */
export function modelPath({ apiVersion, kind }: Typed): string {
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0]! : '';
  const owner =
    group === 'argoproj.io'
      ? OF_ARGO[kind]
      : PACKAGES[group] ?? 'kubernetes-models';
  return `${owner}/${apiVersion}/${kind}`;
}

/** What the validators of their kinds say against objects: formats, bounds, and fields that are missing. */
export function checkValues(objects: readonly Manifest[]): string[] {
  const asked = objects.map(object => ({
    path: modelPath(object),
    kind: object.kind,
    object,
  }));
  const said: (string | null)[] = JSON.parse(
    execFileSync(process.execPath, [join(__dirname, 'validateObjects.mjs')], {
      input: JSON.stringify(asked),
      env: { ...process.env, NODE_OPTIONS: '' },
      maxBuffer: 64 * 2 ** 20,
      encoding: 'utf8',
    }),
  );
  return objects.flatMap(({ kind, metadata }, index) =>
    said[index] ? [`${kind} ${metadata.name}: ${said[index]}`] : [],
  );
}
