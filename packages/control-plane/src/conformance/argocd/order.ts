import type { Manifest } from '@baremetal/golden-path';
import type { KubeApi } from '../../start/kubeApi';
import { objectPath } from '../objectPath';

type Reader = Pick<KubeApi, 'get'>;

const WAVE = 'argocd.argoproj.io/sync-wave';
const HOOK = 'argocd.argoproj.io/hook';

interface Live {
  readonly metadata: {
    readonly name: string;
    readonly creationTimestamp: string;
    readonly ownerReferences?: readonly { readonly kind: string }[];
  };
  readonly spec?: {
    readonly containers?: readonly { readonly image: string }[];
  };
  readonly status?: { readonly completionTime?: string };
}

/**
 * Whatever is in a later wave was made after everything in the one before. Argo CD lets two seconds pass between them,
 * and times of the API are in seconds.
 *
 * @throws Error that names the two objects
 */
export async function expectWaves(
  api: Reader,
  objects: readonly Manifest[],
): Promise<void> {
  const made = await Promise.all(
    objects.map(async object => ({
      wave: Number(object.metadata.annotations?.[WAVE] ?? 0),
      words: `${object.kind}/${object.metadata.name}`,
      at: (await api.get<Live>(objectPath(object))).metadata.creationTimestamp,
    })),
  );
  for (const early of made) {
    const late = made.find(
      ({ wave, at }) => wave > early.wave && at <= early.at,
    );
    if (late) {
      throw new Error(
        `${late.words} of wave ${late.wave} was made at ${late.at}, and ${early.words} of wave ${early.wave} at ${early.at}`,
      );
    }
  }
}

/**
 * No pod of the version was made before its migration was through; without one there is nothing to see.
 *
 * @throws Error that names the pod, or says that a version was not migrated to
 */
export async function expectMigrated(
  api: Reader,
  options: {
    readonly namespace: string;
    readonly objects: readonly Manifest[];
    /** As containers name it. */
    readonly image: string;
  },
): Promise<void> {
  const { namespace, objects, image } = options;
  const job = objects.find(
    ({ kind, metadata }) => kind === 'Job' && metadata.annotations?.[HOOK],
  );
  if (job === undefined) return;
  const { status } = await api.get<Live>(objectPath(job));
  const through = status?.completionTime;
  const { items } = await api.get<{ items: readonly Live[] }>(
    `/api/v1/namespaces/${namespace}/pods`,
  );
  const runs = items.filter(({ spec }) =>
    spec?.containers?.some(container => container.image === image),
  );
  const isOfJob = ({ metadata }: Live) =>
    metadata.ownerReferences?.some(({ kind }) => kind === 'Job') ?? false;
  const early = runs.find(
    pod =>
      !isOfJob(pod) &&
      (through === undefined || pod.metadata.creationTimestamp < through),
  );
  if (early) {
    throw new Error(
      `pod ${early.metadata.name} was made at ${early.metadata.creationTimestamp}, and the migration was through at ${through}`,
    );
  }
  const [migrations, pods] = [
    runs.filter(isOfJob),
    runs.filter(pod => !isOfJob(pod)),
  ];
  // A job has pods only when its time has come.
  const isStarted = !objects.some(({ kind }) => kind === 'CronJob');
  if (migrations.length === 0 || (isStarted && pods.length === 0)) {
    throw new Error(
      `${migrations.length} migrations and ${pods.length} pods run ${image}`,
    );
  }
}
