import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ClusterObservation,
  EnvironmentObservation,
  WorkloadObservation,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceTarget } from '@baremetal/backstage-plugin-baremetal-node';
import { createMemoryForge } from '@baremetal/forge';
import { createPromotions } from '../createPromotions';
import { MemoryPromotionStore } from '../store/MemoryPromotionStore';

export const REPO = { owner: 'shop', name: 'cart' };
export const OVERLAY = 'deploy/overlays/stage/kustomization.yaml';
export const IMAGE = 'registry.example/shop/cart';
export const digest = (letter: string) => `sha256:${letter.repeat(64)}`;

export const STAGE_OVERLAY = `# stage
resources:
  - ../../base
images:
  - name: ${IMAGE}   # the service itself
    newTag: "1.8.0"
    digest: ${digest('8')}
`;

const BASE = {
  'deploy/base/kustomization.yaml': 'resources:\n  - deployment.yaml\n',
  'deploy/base/deployment.yaml': `apiVersion: apps/v1
kind: Deployment
metadata:
  name: cart
spec:
  selector:
    matchLabels: { app: cart }
  template:
    metadata:
      labels: { app: cart }
    spec:
      containers:
        - name: app
          image: ${IMAGE}
`,
};

const SILENT: LoggerService = {
  error: () => {},
  warn: () => {},
  info: () => {},
  debug: () => {},
  child: () => SILENT,
};

export const target: ServiceTarget = {
  identity: {
    entityRef: 'component:default/cart',
    name: 'cart',
    kubernetesId: 'cart',
  },
  owner: 'group:default/team-shop',
  system: 'shop',
  restricted: false,
  environments: ['dev', 'stage', 'prod'].map(environment => ({
    environment,
    cluster: environment,
    namespace: `cart-${environment}`,
    production: environment === 'prod',
  })),
  repository: REPO,
  branch: 'main',
  overlays: 'deploy/overlays',
};

/** Asks, approves (with `mayApprove`), and may ask. */
export const dave = {
  userRef: 'user:default/dave',
  mayApprove: false,
  mayAsk: true,
};
export const erin = {
  userRef: 'user:default/erin',
  mayApprove: true,
  mayAsk: true,
};

type Living = Extract<ClusterObservation, { ok: true }>;

/** An environment that serves one version well. */
export function serving(
  environment: string,
  version: { tag: string; digest: string },
  more: { workload?: Partial<WorkloadObservation> } & Partial<
    Omit<Living, 'workload'>
  > = {},
): EnvironmentObservation {
  const { workload, ...cluster } = more;
  const image = { repository: IMAGE, ...version };
  return {
    environment,
    clusters: [
      {
        cluster: environment,
        ok: true,
        observedAt: '2026-11-24T10:00:00.000Z',
        storage: { known: true, value: undefined },
        room: {
          known: true,
          value: {
            hardwareClass: 'compute',
            neededPods: 1,
            fitsNow: 9,
            fitsAfterNodeLoss: 7,
          },
        },
        ...cluster,
        workload: {
          kind: 'Rollout',
          phase: 'healthy',
          words: 'healthy',
          images: [{ ...image, role: 'stable', pods: 2 }],
          wanted: image,
          readyPods: 2,
          wantedPods: 2,
          waitsForPerson: false,
          ...workload,
        },
      },
    ],
  };
}

/** 1.9.2 in dev, 1.8.0 in stage and prod, one repository, two people. */
export async function promotionBench(
  options: { fourEyes?: boolean; wrap?: (forge: Forge) => Forge } = {},
) {
  let seconds = 0;
  const clock = () => Date.parse('2026-11-24T10:00:00Z') + seconds * 1000;
  const forge = createMemoryForge({ user: 'platform', now: clock });
  await forge.createRepository({
    repo: REPO,
    description: '',
    private: true,
    defaultBranch: 'main',
  });
  const commit = async (
    branch: string,
    files: Readonly<Record<string, string>>,
    base = 'main',
  ) => {
    const result = await forge.commitFiles({
      repo: REPO,
      branch,
      base,
      message: 'change',
      files: Object.entries(files).map(([path, content]) => ({
        path,
        content,
      })),
    });
    if (result.outcome !== 'committed') throw new Error(result.outcome);
    return result.commitId;
  };
  await commit('main', { ...BASE, [OVERLAY]: STAGE_OVERLAY });
  const runs: Record<string, EnvironmentObservation> = {
    dev: serving('dev', { tag: '1.9.2', digest: digest('9') }),
    stage: serving('stage', { tag: '1.8.0', digest: digest('8') }),
    prod: serving('prod', { tag: '1.8.0', digest: digest('8') }),
  };
  const store = new MemoryPromotionStore();
  const changed = jest.fn();
  let ids = 0;
  const promotions = createPromotions({
    store,
    forge: options.wrap?.(forge) ?? forge,
    facts: { observe: (_, environment) => runs[environment]! },
    settings: {
      fourEyes: options.fourEyes ?? true,
      approvers: 'Anyone of platform-engineers',
      appUrl: 'https://backstage.example.test',
      simulated: false,
    },
    secret: 'secret',
    logger: SILENT,
    changed,
    now: () => new Date(clock()),
    newId: () => `promotion-${(ids += 1)}`,
  });
  return {
    forge,
    store,
    promotions,
    runs,
    changed,
    commit,
    pass: (more: number) => (seconds += more),
    refresh: (as = target) =>
      promotions.refresh(
        async () => new Map([[target.identity.entityRef, as]]),
      ),
    open: (who = dave) =>
      promotions.open(
        target,
        { entityRef: 'component:default/cart', from: 'dev', to: 'stage' },
        who,
      ),
    queue: (who = erin) =>
      promotions.queue(
        new Map([[target.identity.entityRef, target]]),
        () => who,
      ),
  };
}

type Forge = Parameters<typeof createPromotions>[0]['forge'];
