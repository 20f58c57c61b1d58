import { planService } from '../../plan';
import { environments, PLATFORM, specOf } from '../../rules/goodAnswers';
import type { ServiceAnswers } from '../../spec/serviceSpec';
import type { Manifest } from '../../types';

const KEEPING = environments({ storageClass: 'lvm-thin', size: '10Gi' });
const WITH_STORE: Partial<ServiceAnswers> = {
  data: { shape: 'storeBeside' },
  environments: KEEPING,
  migration: {
    command: ['node', 'migrate.js', '--to=#latest: "x"'],
    expandContract: true,
    timeout: '90s',
  },
};

const VAULT = {
  ...PLATFORM,
  secretStore: { kind: 'ClusterSecretStore', name: 'vault' },
} as const;

function rendered(special: Partial<ServiceAnswers>, environment = 'prod') {
  const plan = planService(specOf(special), VAULT);
  const objects =
    plan.environments.find(one => one.environment === environment)?.objects ??
    [];
  const find = (kind: string, name: string): any =>
    objects.find(
      (object: Manifest) =>
        object.kind === kind && object.metadata.name === name,
    );
  return { plan, find, objects };
}

const waveOf = ({ metadata }: Manifest) =>
  Number(metadata.annotations?.['argocd.argoproj.io/sync-wave'] ?? 0);

describe('a migration', () => {
  it('runs in the image of the service, once, with an end', () => {
    const { find } = rendered(WITH_STORE);
    const job = find('Job', 'orders-migration');
    expect(job.metadata.annotations).toEqual({
      'argocd.argoproj.io/sync-wave': '5',
      'argocd.argoproj.io/hook': 'Sync',
      'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
    });
    expect(job.spec).toMatchObject({
      activeDeadlineSeconds: 90,
      backoffLimit: 1,
    });
    const [container] = job.spec.template.spec.containers;
    const [service] = find('Rollout', 'orders').spec.template.spec.containers;
    expect(container).toMatchObject({
      image: service.image,
      command: ['node', 'migrate.js', '--to=#latest: "x"'],
      env: service.env,
      envFrom: service.envFrom,
      resources: service.resources,
      volumeMounts: service.volumeMounts,
    });
    expect(container).not.toHaveProperty('livenessProbe');
  });

  // The first sync finds neither settings nor password nor store.
  it('stands behind all that it needs, and before the new version', () => {
    const { find, objects } = rendered(WITH_STORE);
    const wave = waveOf(find('Job', 'orders-migration'));
    const before = objects.filter(object => waveOf(object) < wave);
    expect(
      before.map(({ kind, metadata }) => `${kind} ${metadata.name}`),
    ).toEqual(
      expect.arrayContaining([
        'ServiceAccount orders',
        'ExternalSecret orders-db-credentials',
        'Service orders-db',
        'StatefulSet orders-db',
        'NetworkPolicy orders-migration-to-store',
        'NetworkPolicy orders-store-from-migration',
        expect.stringMatching(/^ConfigMap orders-config-/),
      ]),
    );
    expect(waveOf(find('Rollout', 'orders'))).toBeGreaterThan(wave);
    expect(rendered(WITH_STORE).plan.findings).toEqual([]);
  });

  it('gets no requests, and reaches the store', () => {
    const { find, objects } = rendered(WITH_STORE);
    const { labels } = find('Job', 'orders-migration').spec.template.metadata;
    const selects = (selector: Record<string, string>) =>
      Object.entries(selector).every(([key, value]) => labels[key] === value);
    expect(
      objects
        .filter(({ kind }) => kind === 'Service')
        .filter(({ spec }: any) => selects(spec.selector)),
    ).toEqual([]);
    const out = find('NetworkPolicy', 'orders-migration-to-store').spec;
    const into = find('NetworkPolicy', 'orders-store-from-migration').spec;
    expect(selects(out.podSelector.matchLabels)).toBe(true);
    expect(selects(into.ingress[0].from[0].podSelector.matchLabels)).toBe(true);
    expect(into.podSelector).toEqual(out.egress[0].to[0].podSelector);
  });

  it('leaves everything as it is where there is none', () => {
    const { migration, ...without } = WITH_STORE;
    const { find } = rendered(without);
    expect(find('Job', 'orders-migration')).toBeUndefined();
    expect(waveOf(find('StatefulSet', 'orders-db'))).toBe(10);
  });

  // A claim is bound when its pod is placed, and that is in the last wave.
  it.each(['ownFiles', 'sharedFiles', 'scratch'] as const)(
    'waits for no volume of the service (%s)',
    shape => {
      const { find, plan } = rendered({
        data: { shape },
        environments: environments({ storageClass: 'nfs', size: '1Gi' }),
        migration: { command: ['migrate'], expandContract: true },
      });
      expect(
        find('Job', 'orders-migration').spec.template.spec.volumes,
      ).toEqual([{ name: 'tmp', emptyDir: { sizeLimit: '128Mi' } }]);
      expect(
        plan.findings.filter(({ severity }) => severity === 'error'),
      ).toEqual([]);
    },
  );

  it('is as big as a pod of its environment', () => {
    const { find } = rendered(
      {
        ...WITH_STORE,
        environments: KEEPING.map(environment =>
          environment.name === 'stage'
            ? { ...environment, cpu: '2', memory: '3Gi' }
            : environment,
        ),
      },
      'stage',
    );
    expect(
      find('Job', 'orders-migration').spec.template.spec.containers[0].resources
        .requests,
    ).toEqual({ cpu: '2', memory: '3Gi' });
  });
});
