import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { moduleFolder } from '../build/go';
import type { KubeApi } from './kubeApi';

interface CrdSource {
  readonly part: string;
  readonly module: string;
  readonly folder: string;
  readonly only?: RegExp;
}

const ROLLOUTS: CrdSource = {
  part: 'rollouts',
  module: 'github.com/argoproj/argo-rollouts',
  folder: 'manifests/crds',
};

/** What a generated repository may hold, of every project that it names. */
const WORKLOAD: readonly CrdSource[] = [
  ROLLOUTS,
  {
    part: 'crds',
    module: 'github.com/prometheus-operator/prometheus-operator',
    folder: 'example/prometheus-operator-crd',
    only: /podmonitors|prometheusrules|servicemonitors/,
  },
  {
    part: 'crds',
    module: 'sigs.k8s.io/gateway-api',
    folder: 'config/crd/standard',
  },
  {
    part: 'crds',
    module: 'github.com/external-secrets/external-secrets',
    folder: 'config/crds/bases',
    only: /externalsecret|secretstore/,
  },
  {
    part: 'crds',
    module: 'github.com/kubernetes-csi/external-snapshotter/client/v8',
    folder: 'config/crd',
  },
  {
    part: 'crds',
    module: 'github.com/kedacore/keda/v2',
    folder: 'config/crd/bases',
    only: /^keda\.sh_/,
  },
  {
    part: 'crds',
    module: 'k8s.io/autoscaler/vertical-pod-autoscaler',
    folder: 'deploy',
    only: /^vpa-v1-crd-gen/,
  },
  {
    part: 'crds',
    module: 'github.com/cilium/cilium',
    folder: 'pkg/k8s/apis/cilium.io/client/crds/v2',
    only: /^ciliumnetworkpolicies/,
  },
];

const MANAGEMENT: readonly CrdSource[] = [
  {
    part: 'argocd',
    module: 'github.com/argoproj/argo-cd/v3',
    folder: 'manifests/crds',
  },
];

const SETS = { workload: WORKLOAD, management: MANAGEMENT };

/** Applies the CRDs of one kind of cluster, side by side, and waits until the server knows them. */
export async function installCrds(
  api: KubeApi,
  set: keyof typeof SETS,
): Promise<void> {
  const crds = (await Promise.all(SETS[set].map(read))).flat();
  await Promise.all(
    crds.map(({ name, text }) =>
      api.apply(
        `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${name}`,
        text,
      ),
    ),
  );
  for (const { name } of crds) await established(api, name);
}

async function established(api: KubeApi, name: string): Promise<void> {
  const path = `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${name}`;
  for (let i = 0; i < 100; i++) {
    const crd = await api.get<{
      status?: { conditions?: { type: string; status: string }[] };
    }>(path);
    const ready = crd.status?.conditions?.some(
      ({ type, status }) => type === 'Established' && status === 'True',
    );
    if (ready) return;
    await new Promise(done => setTimeout(done, 100));
  }
  throw new Error(`The CRD ${name} was not established in 10 s`);
}

async function read(
  source: CrdSource,
): Promise<{ name: string; text: string }[]> {
  const folder = join(
    await moduleFolder(source.part, source.module),
    source.folder,
  );
  return readdirSync(folder)
    .filter(
      file =>
        file.endsWith('.yaml') &&
        file !== 'kustomization.yaml' &&
        (source.only?.test(file) ?? true),
    )
    .flatMap(file =>
      parseAllDocuments(readFileSync(join(folder, file), 'utf8')),
    )
    .map(document => ({
      kind: document.get('kind'),
      name: String(document.getIn(['metadata', 'name'])),
      text: document.toString(),
    }))
    .filter(({ kind }) => kind === 'CustomResourceDefinition');
}
