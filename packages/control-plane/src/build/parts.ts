/** One Go module of pins and the programs that are built from it. */
export interface Part {
  readonly name: string;
  /** Folder of its pins, when it shares those of another part. */
  readonly module?: string;
  /** Program's file name, mapped to its Go package. */
  readonly programs: Readonly<Record<string, string>>;
  /** Measured on two cores with an empty Go cache; what the progress line estimates from. */
  readonly seconds: number;
  readonly tags?: string;
  /** Built only when a check asks for it. */
  readonly optional?: boolean;
}

/** In the order in which they are built: what is needed first comes first. */
export const PARTS: readonly Part[] = [
  {
    name: 'kustomize',
    programs: { kustomize: 'sigs.k8s.io/kustomize/kustomize/v5' },
    seconds: 30,
  },
  {
    name: 'kubernetes',
    programs: {
      'kube-apiserver': 'k8s.io/kubernetes/cmd/kube-apiserver',
      'kube-controller-manager':
        'k8s.io/kubernetes/cmd/kube-controller-manager',
      'kube-scheduler': 'k8s.io/kubernetes/cmd/kube-scheduler',
      etcd: 'go.etcd.io/etcd/server/v3',
    },
    seconds: 390,
  },
  {
    name: 'kwok',
    programs: { kwok: 'sigs.k8s.io/kwok/cmd/kwok' },
    seconds: 90,
  },
  {
    name: 'rollouts',
    programs: {
      'rollouts-controller':
        'github.com/argoproj/argo-rollouts/cmd/rollouts-controller',
    },
    seconds: 190,
  },
  {
    // A stand-in of ours on the pins of the controller that starts it.
    name: 'gatewayapi',
    module: 'rollouts',
    programs: { 'gatewayapi-router': './gatewayapi' },
    seconds: 15,
  },
  {
    name: 'gitea',
    programs: { gitea: 'code.gitea.io/gitea' },
    seconds: 240,
    tags: 'sqlite,sqlite_unlock_notify',
  },
  {
    name: 'argocd',
    programs: { argocd: 'github.com/argoproj/argo-cd/v3/cmd' },
    seconds: 330,
  },
  {
    name: 'helm',
    programs: { helm: 'helm.sh/helm/v4/cmd/helm' },
    seconds: 240,
  },
  {
    // Readers of what is written for neither Kubernetes nor Argo.
    name: 'checkers',
    programs: {
      actionlint: 'github.com/rhysd/actionlint/cmd/actionlint',
      caddy: 'github.com/caddyserver/caddy/v2/cmd/caddy',
      prometheusquery: './prometheusquery',
    },
    seconds: 150,
  },
];
