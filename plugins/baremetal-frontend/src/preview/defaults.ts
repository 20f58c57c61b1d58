import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import { defaultStorage } from '@baremetal/golden-path';
import type {
  AnalysisData,
  DataAnswers,
  DataShape,
  DeliveryData,
  EnvironmentData,
  JobData,
  MigrationData,
  RuntimeData,
  ServiceLevelData,
  ShutdownData,
  SnapshotsData,
  StepData,
} from './formData';
import type { TemplateOptions } from './templateOptions';

export const DEFAULT_JOB: JobData = {
  schedule: '0 3 * * *',
  timeZone: 'Etc/UTC',
  overlap: 'Forbid',
  timeout: '30m',
  retries: 2,
};

export const DEFAULT_SNAPSHOTS: SnapshotsData = {
  schedule: '0 2 * * *',
  keep: 7,
};

export const DEFAULT_SHUTDOWN: ShutdownData = {
  preStopSeconds: 5,
  drainSeconds: 20,
  graceSeconds: 40,
};

export const DEFAULT_ANALYSIS: AnalysisData = {
  successRate: 0.99,
  p95LatencyMs: 250,
  interval: '30s',
  count: 5,
  failureLimit: 2,
};

export const DEFAULT_SLO: ServiceLevelData = {
  availability: 0.99,
  zeroDowntime: false,
};

export const DEFAULT_MIGRATION: MigrationData = {
  command: ['npm', 'run', 'migrate'],
  expandContract: false,
  timeout: '10m',
};

export const DEFAULT_AB: NonNullable<DeliveryData['ab']> = {
  by: 'header',
  name: 'x-try-new',
  value: 'always',
};

/** Half of the pods, looked at, some time more, then all: a step that waits for a person would wait in dev too. */
export const DEFAULT_STEPS: readonly StepData[] = [
  { setWeight: 50 },
  { pause: { duration: '1m' } },
  { analysis: true },
  { pause: { duration: '5m' } },
];

/** What a new service gets before anybody changes it. */
export function defaultRuntime(
  platform: PlatformFacts,
  { archetype, shape }: TemplateOptions,
): RuntimeData {
  const data = dataOf(shape ?? 'nothing');
  const isJob = archetype === 'job';
  return {
    language: 'typescript',
    hardwareClass: platform.hardwareClasses[0]?.name ?? '',
    ...(isJob
      ? { job: DEFAULT_JOB }
      : { port: 8080, disruption: { maxUnavailable: 1 } }),
    data,
    environments: platform.environments.map(({ name, production }) =>
      withStorage(
        {
          name,
          replicas: replicasOf(production, isJob),
          cpu: '250m',
          memory: '256Mi',
        },
        data.shape === 'nothing' ? undefined : platform,
      ),
    ),
  };
}

/** A job has one pod for each run; the number is asked for all the same. */
function replicasOf(production: boolean, isJob: boolean): number {
  if (isJob) return 1;
  return production ? 3 : 2;
}

/** What a page 3 that nobody changed says. */
export function defaultDelivery(template: TemplateOptions): DeliveryData {
  return chooses(template)
    ? { strategy: 'canary', steps: DEFAULT_STEPS, analysis: DEFAULT_ANALYSIS }
    : { strategy: 'rolling' };
}

/** Whether there are requests to divide between two versions, so that the way of arrival is a choice. */
function chooses({ archetype, shape }: TemplateOptions): boolean {
  return archetype === 'service' && shape !== 'ownFiles';
}

/** A way of keeping data, with what it needs to be asked about. */
export function dataOf(shape: DataShape): DataAnswers {
  switch (shape) {
    case 'nothing':
      return { shape };
    case 'storeBeside':
      return { shape };
    case 'ownFiles':
      return { shape };
    case 'scratch':
      return { shape };
    case 'sharedFiles':
      return { shape, accessMode: 'ReadWriteOnce' };
  }
}

/** Fills in a class and a size when data is wanted for the first time, and takes them away when it is not. */
export function withStorage(
  environment: EnvironmentData,
  platform: PlatformFacts | undefined,
): EnvironmentData {
  const { storageClass, size, ...rest } = environment;
  if (platform === undefined) return rest;
  const usual = defaultStorage(platform);
  return {
    ...rest,
    storageClass: storageClass ?? usual.storageClass,
    size: size ?? usual.size,
  };
}
