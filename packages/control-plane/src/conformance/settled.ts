import type { Manifest } from '@baremetal/golden-path';
import type { KubeApi } from '../start/kubeApi';

/** How long pods and rollouts may take on kwok before they count as stuck. */
const SETTLE_SECONDS = 60;

/** A controller that has not seen a fresh Service or Ingress yet refuses the Rollout that names it, and then does not. */
const REFUSED_MS = 10_000;

interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
}

interface Listed {
  readonly items: readonly {
    readonly metadata: { readonly name: string };
    readonly spec?: { readonly completions?: number };
    readonly status?: {
      readonly phase?: string;
      readonly message?: string;
      readonly conditions?: readonly Condition[];
    };
  }[];
}

type NotYet = { readonly words: string; readonly forGood: boolean };

/** Starts what a schedule would start, now. */
export async function runJobs(
  api: KubeApi,
  namespace: string,
  objects: readonly Manifest[],
): Promise<void> {
  for (const { kind, metadata, spec } of objects) {
    if (kind !== 'CronJob') continue;
    const { jobTemplate } = spec as {
      jobTemplate: { metadata?: object; spec: object };
    };
    await api.create(`/apis/batch/v1/namespaces/${namespace}/jobs`, {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { ...jobTemplate.metadata, name: `${metadata.name}-now` },
      spec: jobTemplate.spec,
    });
  }
}

/** Waits until every rollout is healthy, every pod ready and every job done. @throws Error with what is not. */
export async function settled(
  api: KubeApi,
  namespace: string,
  objects: readonly Manifest[],
): Promise<void> {
  const begun = Date.now();
  const end = begun + SETTLE_SECONDS * 1000;
  for (;;) {
    const wrong =
      (await rolloutsNotYet(api, namespace)) ??
      (await jobsNotYet(api, namespace)) ??
      (await podsNotYet(api, namespace, objects));
    if (wrong === undefined) return;
    const late = Date.now() > (wrong.forGood ? begun + REFUSED_MS : end);
    if (late) throw new Error(wrong.words);
    await new Promise(done => setTimeout(done, 500));
  }
}

async function rolloutsNotYet(
  api: KubeApi,
  namespace: string,
): Promise<NotYet | undefined> {
  const rollouts = await api.get<Listed>(
    `/apis/argoproj.io/v1alpha1/namespaces/${namespace}/rollouts`,
  );
  for (const { metadata, status } of rollouts.items) {
    const invalid = conditionOf(status?.conditions, 'InvalidSpec');
    if (invalid) {
      return {
        words: `Rollout ${metadata.name} is refused: ${invalid.message}`,
        forGood: true,
      };
    }
    if (status?.phase !== 'Healthy') {
      return {
        words: `Rollout ${metadata.name} is ${status?.phase}: ${status?.message}`,
        forGood: false,
      };
    }
  }
  return undefined;
}

async function jobsNotYet(
  api: KubeApi,
  namespace: string,
): Promise<NotYet | undefined> {
  const jobs = await api.get<Listed>(
    `/apis/batch/v1/namespaces/${namespace}/jobs`,
  );
  for (const { metadata, status } of jobs.items) {
    const failure = conditionOf(status?.conditions, 'Failed');
    if (failure) {
      return {
        words: `Job ${metadata.name} failed: ${failure.message}`,
        forGood: true,
      };
    }
    if (!conditionOf(status?.conditions, 'Complete')) {
      return {
        words: `Job ${metadata.name} has not ended. ${await podWords(
          api,
          namespace,
        )}`,
        forGood: false,
      };
    }
  }
  return undefined;
}

async function podsNotYet(
  api: KubeApi,
  namespace: string,
  objects: readonly Manifest[],
): Promise<NotYet | undefined> {
  const pods = await api.get<Listed>(`/api/v1/namespaces/${namespace}/pods`);
  const wanted = objects
    .filter(({ kind }) =>
      ['Rollout', 'StatefulSet', 'Deployment'].includes(kind),
    )
    .reduce(
      (sum, object) =>
        sum + ((object.spec as { replicas?: number }).replicas ?? 1),
      0,
    );
  const ready = pods.items.filter(({ status }) =>
    conditionOf(status?.conditions, 'Ready'),
  ).length;
  if (ready >= wanted) return undefined;
  return {
    words: `${ready} of ${wanted} pods are ready. ${await podWords(
      api,
      namespace,
    )}`,
    forGood: false,
  };
}

/** Why pods do not run, in the words of the scheduler and the controllers. */
async function podWords(api: KubeApi, namespace: string): Promise<string> {
  const pods = await api.get<Listed>(`/api/v1/namespaces/${namespace}/pods`);
  return pods.items
    .flatMap(({ metadata, status }) =>
      (status?.conditions ?? [])
        .filter(({ status: value, message }) => value === 'False' && message)
        .map(({ message }) => `${metadata.name}: ${message}`),
    )
    .join('; ');
}

function conditionOf(
  conditions: readonly Condition[] | undefined,
  type: string,
): Condition | undefined {
  return conditions?.find(
    condition => condition.type === type && condition.status === 'True',
  );
}
