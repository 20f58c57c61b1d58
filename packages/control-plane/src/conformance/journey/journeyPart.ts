import {
  endpoints,
  type OpenPromotionAnswer,
  type PromotionDetail,
  type ServiceOverview,
  type ServiceRollouts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { createGiteaForge } from '@baremetal/forge';
import { setImage } from '@baremetal/golden-path';
import type { ControlPlane } from '../../start/startControlPlane';
import type { Part } from '../part';
import { eventually, Hopeless } from './eventually';
import { Portal } from './portal';

const NAME = 'receipt-api';
const IMAGE = `registry.example/shop/${NAME}`;
const NEXT = { tag: '0.2.0', digest: `sha256:${'4be91d7c'.repeat(8)}` };
const SERVICE = { namespace: 'default', name: NAME };
const REPO = { owner: 'shop', name: NAME };

/** Create, deploy, see and promote, as people do it, on the real parts. */
export const journeyPart: Part = {
  name: 'journey',
  words:
    'create → deploy → see → promote, through the real backend, Gitea, Argo CD and Rollouts',
  needs: {},
  async *cases({ platform, say }) {
    const real = platform();
    const portal = await Portal.start(real);
    say('the backend is up');
    let promotion: OpenPromotionAnswer['promotion'];

    yield {
      name: 'the template makes the repository and registers it',
      run: async () => {
        await createService(portal, real);
        const forge = forgeOf(real);
        const files = await forge.listFiles(REPO, { ref: 'main', under: '' });
        for (const file of [
          'catalog-info.yaml',
          'src/main.ts',
          'deploy/overlays/prod/kustomization.yaml',
        ]) {
          if (!files.includes(file))
            throw new Error(`${file} is not in the repository`);
        }
      },
    };
    yield {
      name: 'Argo CD syncs it and finds it healthy in dev',
      run: () => syncedAndHealthy(real, 'dev'),
    };
    yield {
      name: 'the backend shows it, configured as for any cluster',
      run: () =>
        eventually(
          'overview',
          async () => {
            const { environments } = await overview(portal);
            const dev = environments.find(
              ({ environment }) => environment === 'dev',
            );
            if (!dev?.reading.ok) return JSON.stringify(dev?.reading);
            const { value } = dev.reading;
            if (!value.deployed) return value.why;
            return value.state.status.tone === 'ok' || value.state.status.words;
          },
          60,
        ),
    };
    yield {
      name: 'a new version in dev waits at its canary step, and goes on',
      run: async () => {
        await release(real);
        await phaseIs(portal, 'dev', ['paused', 'progressing'], 90);
        await phaseIs(portal, 'dev', ['healthy'], 240);
        await running(real, 'dev');
      },
    };
    yield {
      name: 'Dana asks for the promotion to stage, twice, and gets one pull request',
      run: async () => {
        const ask = () =>
          portal.post<OpenPromotionAnswer>(
            'dana',
            `/baremetal${endpoints.promotions}`,
            {
              entityRef: `component:default/${NAME}`,
              from: 'dev',
              to: 'stage',
            },
          );
        const first = await ask();
        if (first.outcome !== 'opened')
          throw new Error(JSON.stringify(first.preview.gates));
        promotion = first.promotion;
        const second = await ask();
        if (second.outcome !== 'existing')
          throw new Error(`asked again: ${second.outcome}`);
      },
    };
    yield {
      name: 'Dana may not approve it, Mira may, and merges it',
      run: async () => {
        if (!promotion) throw new Error('there is no promotion');
        const body = { headCommit: promotion.headCommit };
        const path = (verb: 'approve' | 'merge') =>
          `/baremetal${endpoints.promotion(promotion?.id ?? '', verb)}`;
        const refused = await portal.post('dana', path('approve'), body).then(
          () => 'allowed',
          (error: Error) => error.message,
        );
        if (!/ 403 /.test(refused)) throw new Error(`Dana: ${refused}`);
        await portal.post<PromotionDetail>('mira', path('approve'), body);
        await eventually(
          'merge',
          async () => {
            const { merge } = await portal.get<PromotionDetail>(
              'mira',
              `/baremetal${endpoints.promotion(promotion?.id ?? '')}`,
            );
            return merge.enabled || merge.words;
          },
          60,
        );
        await portal.post<PromotionDetail>('mira', path('merge'), body);
      },
    };
    yield {
      name: 'stage runs the digest that ran in dev',
      run: () => running(real, 'stage'),
    };
    yield {
      name: 'the promotion follows it until it is verified',
      run: () =>
        eventually(
          'verified',
          async () => {
            const { state, unmet } = await portal.get<PromotionDetail>(
              'mira',
              `/baremetal${endpoints.promotion(promotion?.id ?? '')}`,
            );
            return state === 'verified' || `${state}: ${unmet}`;
          },
          240,
        ),
    };
  },
};

function forgeOf({ git }: ControlPlane) {
  return createGiteaForge({ url: git.url, token: git.token });
}

async function createService(portal: Portal, { git }: ControlPlane) {
  await eventually(
    'the template is in the catalog',
    async () => {
      await portal.get(
        'dana',
        '/catalog/entities/by-name/template/default/http-service',
      );
      await portal.get(
        'dana',
        '/catalog/entities/by-name/group/default/team-payments',
      );
      return true;
    },
    60,
  );
  const size = { cpu: '250m', memory: '256Mi' };
  const { id } = await portal.post<{ id: string }>(
    'dana',
    '/scaffolder/v2/tasks',
    {
      templateRef: 'template:default/http-service',
      values: {
        identity: {
          name: NAME,
          owner: 'group:default/team-payments',
          system: 'system:default/shop',
          description: 'Billing: "invoices" & co #1',
        },
        runtime: {
          hardwareClass: 'compute',
          port: 8080,
          data: { shape: 'nothing' },
          disruption: { maxUnavailable: 1 },
          environments: [
            { name: 'dev', replicas: 2, ...size },
            { name: 'stage', replicas: 2, ...size },
            { name: 'prod', replicas: 3, ...size },
          ],
        },
        delivery: {
          steps: [
            { setWeight: 50 },
            { pause: { duration: '15s' } },
            { analysis: true },
          ],
          analysis: { interval: '2s', count: 3, failureLimit: 1 },
        },
        repository: {
          host: new URL(git.url).host,
          owner: 'shop',
          name: NAME,
          acknowledged: [],
        },
      },
    },
  );
  await eventually(
    'the task',
    async () => {
      const task = await portal.get<{ status: string }>(
        'dana',
        `/scaffolder/v2/tasks/${id}`,
      );
      if (task.status === 'failed' || task.status === 'cancelled') {
        const events = await portal.get<
          { type: string; body: { message: string } }[]
        >('dana', `/scaffolder/v2/tasks/${id}/events`);
        throw new Hopeless(
          events
            .map(({ body }) => body.message)
            .slice(-12)
            .join('\n'),
        );
      }
      return task.status === 'completed' || task.status;
    },
    90,
  );
}

/** What CI does after a build: the tag and the digest in dev's overlay. */
async function release(real: ControlPlane) {
  const forge = forgeOf(real);
  const path = 'deploy/overlays/dev/kustomization.yaml';
  const file = await forge.readFile(REPO, { ref: 'main', path });
  if (!file) throw new Error(`${path} is missing`);
  const edit = setImage(file.text, {
    name: IMAGE,
    newTag: NEXT.tag,
    digest: NEXT.digest,
  });
  if (edit.outcome !== 'edited')
    throw new Error(`the overlay was not edited: ${edit.outcome}`);
  const result = await forge.commitFiles({
    repo: REPO,
    branch: 'main',
    files: [{ path, content: edit.text }],
    message: `Release ${NEXT.tag} to dev`,
  });
  if (result.outcome !== 'committed') throw new Error(result.outcome);
}

function overview(portal: Portal): Promise<ServiceOverview> {
  return portal.get(
    'dana',
    `/baremetal${endpoints.service(SERVICE, 'overview')}`,
  );
}

async function syncedAndHealthy(real: ControlPlane, environment: string) {
  const api = real.apis.get('mgmt')?.api;
  await eventually(
    `${NAME}-${environment}`,
    async () => {
      const app = await api?.get<{
        status?: {
          sync?: { status: string };
          health?: { status: string };
          conditions?: { message: string }[];
          operationState?: { message?: string };
        };
      }>(
        `/apis/argoproj.io/v1alpha1/namespaces/argocd/applications/${NAME}-${environment}`,
      );
      const { sync, health, conditions, operationState } = app?.status ?? {};
      if (sync?.status === 'Synced' && health?.status === 'Healthy')
        return true;
      return `${sync?.status} ${health?.status} ${
        conditions?.map(c => c.message).join('; ') ?? ''
      } ${operationState?.message ?? ''}`;
    },
    120,
  );
}

async function phaseIs(
  portal: Portal,
  environment: string,
  phases: string[],
  seconds: number,
) {
  await eventually(
    `${environment} is ${phases.join(' or ')}`,
    async () => {
      const { environments } = await portal.get<ServiceRollouts>(
        'dana',
        `/baremetal${endpoints.service(SERVICE, 'rollouts')}`,
      );
      const column = environments.find(one => one.environment === environment);
      if (!column?.reading.ok) return JSON.stringify(column?.reading);
      const [rollout] = column.reading.value;
      if (!rollout) return 'no rollout';
      return (
        phases.includes(rollout.phase) ||
        `${rollout.phase}: ${rollout.message ?? rollout.stepWords}`
      );
    },
    seconds,
  );
}

/** Every pod of the service in an environment runs the new digest. */
async function running(real: ControlPlane, environment: string) {
  const api = real.apis.get(environment)?.api;
  await eventually(
    `${environment} runs ${NEXT.tag}`,
    async () => {
      const pods = await api?.get<{
        items: { spec: { containers: { image: string }[] } }[];
      }>(`/api/v1/namespaces/${NAME}-${environment}/pods`);
      const images =
        pods?.items.flatMap(({ spec }) =>
          spec.containers.map(({ image }) => image),
        ) ?? [];
      return (
        (images.length > 0 &&
          images.every(image => image.endsWith(NEXT.digest))) ||
        images.join(', ')
      );
    },
    240,
  );
}
