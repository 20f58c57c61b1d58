import type { ControlPlane } from '../../start/startControlPlane';
import { type Answers, createFromTemplate } from './createFromTemplate';
import { deployExisting } from './deployExisting';
import { eventually } from './eventually';
import type { Portal } from './portal';
import { forgeOf, syncedAndHealthy } from './steps';

const ENVIRONMENT = 'dev';
const SIZE = {
  replicas: 1,
  cpu: '100m',
  memory: '128Mi',
  storageClass: 'lvm-thin',
  size: '2Gi',
};

/** A service that is made by one of the templates. */
export interface Made {
  readonly template: string;
  readonly name: string;
  readonly words: string;
  /** Default branch of a repository that is there before; new ones start on main. */
  readonly branch?: string;
  /** Answers that differ from those of a service that changes little. */
  readonly runtime?: object;
  readonly delivery?: object;
  /** A file that only such a repository has. */
  readonly file: string;
  /** What runs then: a collection of the API, and what of the object must be so. */
  readonly runs: readonly [path: string, holds: (object: Live) => boolean];
}

interface Live {
  readonly spec: {
    readonly schedule?: string;
    readonly replicas?: number;
    readonly minReplicas?: number;
  };
  readonly status?: {
    readonly phase?: string;
    readonly readyReplicas?: number;
  };
}

const isReady = ({ status }: Live) => (status?.readyReplicas ?? 0) >= 1;
const isHealthy = ({ status }: Live) => status?.phase === 'Healthy';

const ROLLOUTS = 'apis/argoproj.io/v1alpha1/rollouts';

/** One of every template that makes a service, beside the one that is followed to stage. */
export const MADE: readonly Made[] = [
  {
    template: 'stateful-service',
    name: 'attachments',
    words: 'files of its own on two claims, with snapshots',
    runtime: {
      data: {
        shape: 'ownFiles',
        furtherClaims: [
          { name: 'index', mountPath: '/var/lib/index', size: '1Gi' },
        ],
      },
      snapshots: {},
    },
    file: 'src/files.ts',
    runs: ['apis/apps/v1/statefulsets', isReady],
  },
  {
    template: 'queue-worker',
    name: 'mail-sender',
    words: 'as many pods as there is work',
    runtime: {
      scaling: {
        kind: 'keda',
        triggers: [{ type: 'queue', query: 'sum(queue)', perPod: 10 }],
      },
    },
    delivery: { strategy: 'rolling', steps: undefined },
    file: 'src/queue.ts',
    runs: ['apis/apps/v1/deployments', isReady],
  },
  {
    template: 'scheduled-job',
    name: 'nightly-report',
    words: 'every night',
    runtime: { job: { schedule: '30 4 * * *' } },
    delivery: { strategy: 'rolling', steps: undefined },
    file: 'src/job.ts',
    runs: [
      'apis/batch/v1/cronjobs',
      ({ spec }) => spec.schedule === '30 4 * * *',
    ],
  },
  {
    template: 'http-service',
    name: 'price-api',
    words: 'Go, scaled by load, behind the Gateway',
    runtime: { language: 'go', scaling: { kind: 'hpa' } },
    delivery: { exposure: { kind: 'gatewayApi' } },
    file: 'go.mod',
    runs: [ROLLOUTS, isHealthy],
  },
  {
    template: 'add-deployment',
    name: 'old-api',
    words:
      'a repository that was there before, on another branch than main, by two pull requests',
    branch: 'master',
    file: 'deploy/base/rollout.yaml',
    runs: [ROLLOUTS, isHealthy],
  },
];

/** From the answers to a healthy application. */
export async function madeAndHealthy(
  portal: Portal,
  real: ControlPlane,
  made: Made,
): Promise<void> {
  const { template, name, file, branch = 'main' } = made;
  const repo = { owner: 'shop', name };
  const create = () =>
    createFromTemplate(portal, template, answersOf(made, real));
  if (template === 'add-deployment') {
    await deployExisting(real, { repo, branch }, create);
  } else await create();
  const files = await forgeOf(real).listFiles(repo, {
    ref: branch,
    under: '',
  });
  if (!files.includes(file)) {
    throw new Error(`${file} is not in the repository`);
  }
  await syncedAndHealthy(real, ENVIRONMENT, name);
  await runs(real, made);
}

async function runs(real: ControlPlane, { name, runs: [path, holds] }: Made) {
  const collection = path.replace(
    /\/(\w+)$/,
    `/namespaces/${name}-${ENVIRONMENT}/$1`,
  );
  await eventually(
    `${name} runs`,
    async () => {
      const object = await real.apis
        .get(ENVIRONMENT)
        ?.api.get<Live>(`/${collection}/${name}`);
      return (
        (object !== undefined && holds(object)) ||
        JSON.stringify(object?.status)
      );
    },
    60,
  );
}

function answersOf(
  { name, words, runtime, delivery }: Made,
  { git }: ControlPlane,
): Answers {
  return {
    identity: {
      name,
      owner: 'group:default/team-payments',
      system: 'system:default/shop',
      description: words,
    },
    runtime: {
      hardwareClass: 'compute',
      environments: [
        { name: 'dev', ...SIZE },
        { name: 'stage', ...SIZE, replicas: 2 },
        { name: 'prod', ...SIZE, replicas: 3 },
      ],
      ...runtime,
    },
    delivery: {
      steps: [{ setWeight: 50 }, { pause: { duration: '5s' } }],
      ...delivery,
    },
    repository: {
      host: new URL(git.url).host,
      owner: 'shop',
      name,
      acknowledged: ['PD07', 'AS07'],
    },
  };
}
