import {
  endpoints,
  type ServiceOverview,
  type ServiceRollouts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { createGiteaForge } from '@baremetal/forge';
import { setImage } from '@baremetal/golden-path';
import type { ControlPlane } from '../../start/startControlPlane';
import { createFromTemplate } from './createFromTemplate';
import { eventually } from './eventually';
import type { Portal } from './portal';

/** The service that the journey makes. */
export const NAME = 'receipt-api';
const IMAGE = `registry.example/shop/${NAME}`;
const NEXT = { tag: '0.2.0', digest: `sha256:${'4be91d7c'.repeat(8)}` };
const SERVICE = { namespace: 'default', name: NAME };
export const REPO = { owner: 'shop', name: NAME };

/** Patient: beside a whole platform on two cores Gitea may take its time. */
export function forgeOf({ git }: ControlPlane) {
  return createGiteaForge({
    url: git.url,
    token: git.token,
    timeoutMs: 60_000,
  });
}

export async function createService(portal: Portal, { git }: ControlPlane) {
  const size = { cpu: '250m', memory: '256Mi' };
  await createFromTemplate(portal, 'http-service', {
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
  });
}

/** What CI does after a build: the tag and the digest in dev's overlay. */
export async function release(real: ControlPlane) {
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

export function overview(portal: Portal): Promise<ServiceOverview> {
  return portal.get(
    'dana',
    `/baremetal${endpoints.service(SERVICE, 'overview')}`,
  );
}

export async function syncedAndHealthy(
  real: ControlPlane,
  environment: string,
  name = NAME,
) {
  const api = real.apis.get('mgmt')?.api;
  await eventually(
    `${name}-${environment}`,
    async () => {
      const app = await api?.get<{
        status?: {
          sync?: { status: string };
          health?: { status: string };
          conditions?: { message: string }[];
          operationState?: { phase: string; message?: string };
        };
      }>(
        `/apis/argoproj.io/v1alpha1/namespaces/argocd/applications/${name}-${environment}`,
      );
      const { sync, health, conditions, operationState } = app?.status ?? {};
      return (
        (sync?.status === 'Synced' &&
          health?.status === 'Healthy' &&
          operationState?.phase === 'Succeeded') ||
        `${sync?.status} ${health?.status} ${
          conditions?.map(c => c.message).join('; ') ?? ''
        } ${operationState?.message ?? ''}`
      );
    },
    180,
  );
}

export async function phaseIs(
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
export async function running(real: ControlPlane, environment: string) {
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
