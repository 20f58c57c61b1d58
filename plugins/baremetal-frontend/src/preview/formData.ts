import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceAnswers } from '@baremetal/golden-path';

/** Answers of page 1. */
export interface IdentityData {
  readonly name?: string;
  readonly owner?: string;
  readonly system?: string;
  readonly description?: string;
}

export type DataShape = 'nothing' | 'storeBeside' | 'ownFiles' | 'sharedFiles';

export interface EnvironmentData {
  readonly name: string;
  readonly replicas: number;
  readonly cpu: string;
  readonly memory: string;
  readonly storageClass?: string;
  readonly size?: string;
}

/** Answers of page 2. */
export interface RuntimeData {
  readonly hardwareClass: string;
  readonly port: number;
  readonly data: {
    readonly shape: DataShape;
    readonly mountPath?: string;
    readonly accessMode?: string;
  };
  readonly disruption: {
    readonly maxUnavailable?: number;
    readonly minAvailable?: number;
  };
  readonly environments: readonly EnvironmentData[];
}

/** A step of the canary, as the service spec has it. */
export type StepData = NonNullable<ServiceAnswers['delivery']>['steps'][number];

/** Answers of page 3. */
export interface DeliveryData {
  readonly steps: readonly StepData[];
  readonly analysis?: {
    readonly successRate: number;
    readonly p95LatencyMs: number;
    readonly interval: string;
    readonly count: number;
    readonly failureLimit: number;
  };
}

/** Answers of page 4. */
export interface RepositoryData {
  readonly host?: string;
  readonly owner?: string;
  readonly name?: string;
  readonly acknowledged?: readonly string[];
}

/** All pages as the stepper keeps them; a page that was not opened yet is absent. */
export interface CreateFormData {
  readonly identity?: IdentityData;
  readonly runtime?: RuntimeData;
  readonly delivery?: DeliveryData;
  readonly repository?: RepositoryData;
}

/** What a new service gets before anybody changes it. */
export function defaultRuntime(platform: PlatformFacts): RuntimeData {
  return {
    hardwareClass: platform.hardwareClasses[0]?.name ?? '',
    port: 8080,
    data: { shape: 'nothing' },
    disruption: { maxUnavailable: 1 },
    environments: platform.environments.map(({ name, production }) => ({
      name,
      replicas: production ? 3 : 2,
      cpu: '250m',
      memory: '256Mi',
    })),
  };
}

export const DEFAULT_ANALYSIS: NonNullable<DeliveryData['analysis']> = {
  successRate: 0.99,
  p95LatencyMs: 250,
  interval: '30s',
  count: 5,
  failureLimit: 2,
};

/** Half of the pods, looked at, then a person where it matters, then all. */
export const DEFAULT_DELIVERY: DeliveryData = {
  steps: [
    { setWeight: 50 },
    { pause: { duration: '1m' } },
    { analysis: true },
    { pause: {} },
  ],
  analysis: DEFAULT_ANALYSIS,
};

/**
 * The form's pages as answers of the service spec: the same mapping as the template's first step, so that the proof
 * beside the form judges what the task will judge. Pages not opened yet count with their defaults.
 */
export function toAnswers(
  form: CreateFormData,
  platform: PlatformFacts,
): unknown {
  const { identity = {}, repository = {} } = form;
  const runtime = form.runtime ?? defaultRuntime(platform);
  return {
    name: identity.name,
    owner: identity.owner,
    system: identity.system,
    description: identity.description,
    hardwareClass: runtime.hardwareClass,
    port: runtime.port,
    data: runtime.data,
    disruption: runtime.disruption,
    environments: runtime.environments,
    delivery: form.delivery ?? DEFAULT_DELIVERY,
    repo: {
      host: repository.host || platform.gitHost,
      owner: repository.owner || platform.gitOwners[0],
      name: repository.name || identity.name,
    },
  };
}
