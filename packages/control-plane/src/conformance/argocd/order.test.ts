import type { Manifest } from '@baremetal/golden-path';
import { expectMigrated, expectWaves } from './order';

const object = (kind: string, wave: string, hook?: string): Manifest => ({
  apiVersion: kind === 'Job' ? 'batch/v1' : 'v1',
  kind,
  metadata: {
    name: kind.toLowerCase(),
    namespace: 'orders-dev',
    annotations: {
      'argocd.argoproj.io/sync-wave': wave,
      ...(hook && { 'argocd.argoproj.io/hook': hook }),
    },
  },
});

const at = (seconds: number) =>
  new Date(Date.UTC(2026, 0, 1, 0, 0, seconds)).toISOString();

/** Answers by the last part of the path. */
const reader = (answers: Record<string, unknown>) => ({
  async get<T>(path: string): Promise<T> {
    return answers[path.replace(/.*\//, '')] as T;
  },
});

const made = (seconds: number) => ({
  metadata: { name: 'x', creationTimestamp: at(seconds) },
});

describe('expectWaves', () => {
  const objects = [object('ConfigMap', '0'), object('Service', '10')];

  it('passes when the later wave came later', async () => {
    await expect(
      expectWaves(reader({ configmap: made(1), service: made(3) }), objects),
    ).resolves.toBeUndefined();
  });

  it.each([
    ['at once', 1],
    ['before', 0],
  ])('fails when the later wave came %s', async (_, seconds) => {
    await expect(
      expectWaves(
        reader({ configmap: made(1), service: made(seconds) }),
        objects,
      ),
    ).rejects.toThrow(/Service\/service of wave 10 .* ConfigMap\/configmap/);
  });
});

describe('expectMigrated', () => {
  const IMAGE = 'registry.example/orders:2';
  const pod = (seconds: number, owner: string, image = IMAGE) => ({
    metadata: {
      name: `${owner}-pod`,
      creationTimestamp: at(seconds),
      ownerReferences: [{ kind: owner }],
    },
    spec: { containers: [{ image }] },
  });
  const check = (options: {
    completed?: number;
    pods: unknown[];
    workload?: string;
  }) =>
    expectMigrated(
      reader({
        job: {
          status: {
            completionTime:
              options.completed === undefined
                ? undefined
                : at(options.completed),
          },
        },
        pods: { items: options.pods },
      }),
      {
        namespace: 'orders-dev',
        objects: [
          object('Job', '5', 'Sync'),
          object(options.workload ?? 'Rollout', '10'),
        ],
        image: IMAGE,
      },
    );

  it('passes when the version started after its migration', async () => {
    await expect(
      check({
        completed: 5,
        pods: [
          pod(3, 'Job'),
          pod(7, 'ReplicaSet'),
          pod(0, 'ReplicaSet', 'old'),
        ],
      }),
    ).resolves.toBeUndefined();
  });

  it('wants no pod of a job before its time', async () => {
    await expect(
      check({ completed: 5, pods: [pod(3, 'Job')], workload: 'CronJob' }),
    ).resolves.toBeUndefined();
    await expect(
      check({ completed: 5, pods: [pod(3, 'Job')] }),
    ).rejects.toThrow(/1 migrations and 0 pods/);
  });

  it('fails when a pod was faster', async () => {
    await expect(
      check({ completed: 5, pods: [pod(3, 'Job'), pod(4, 'ReplicaSet')] }),
    ).rejects.toThrow(/ReplicaSet-pod was made/);
  });

  it('fails when the migration has not ended', async () => {
    await expect(
      check({ pods: [pod(3, 'Job'), pod(7, 'ReplicaSet')] }),
    ).rejects.toThrow(/through at undefined/);
  });

  it('fails when the migration ran in another version', async () => {
    await expect(
      check({
        completed: 5,
        pods: [pod(3, 'Job', 'old'), pod(7, 'ReplicaSet')],
      }),
    ).rejects.toThrow(/0 migrations and 1 pods/);
  });
});
