import type { TestBackend } from '@backstage/backend-test-utils';
import { renderOverlay } from '@baremetal/golden-path';
import { dryRun, startScaffolder } from './__testUtils__/dryRun';

let backend: TestBackend;
beforeAll(async () => {
  backend = await startScaffolder();
  // A whole backend on a busy machine.
}, 60_000);
afterAll(() => backend?.stop());

const POOL = { name: 'compute', environments: ['stage', 'prod'] };

describe('platform-pool', () => {
  it('makes a folder that renders, and its registration with Argo CD', async () => {
    const { status, error, files } = await dryRun(backend, 'platform-pool', {
      ...POOL,
      storageClasses: [{ name: 'nvme-r2', storagePool: 'nvme', copies: 2 }],
      reserve: { nodes: 1, cpu: '4', memory: '8Gi' },
      images: ['registry.example/base/node:24.1.0'],
      fullAt: 0.9,
    });
    expect({ status, error }).toEqual({ status: 200 });
    expect([...files.keys()].sort()).toEqual([
      'apps/pool-compute/applicationset.yaml',
      'apps/pool-compute/project.yaml',
      'pools/compute/images.yaml',
      'pools/compute/kustomization.yaml',
      'pools/compute/networkpolicy-default-deny.yaml',
      'pools/compute/priorityclass.yaml',
      'pools/compute/prometheusrule.yaml',
      'pools/compute/reserve.yaml',
      'pools/compute/storageclass-nvme-r2.yaml',
    ]);
    expect(
      renderOverlay(files, 'pools/compute').map(({ kind }) => kind),
    ).toContain('DaemonSet');
    expect(files.get('pools/compute/prometheusrule.yaml')).toContain('> 0.9');
  });

  it('needs no more than a name and an environment', async () => {
    const { error, files } = await dryRun(backend, 'platform-pool', POOL);
    expect(error).toBeUndefined();
    expect(files.size).toBe(5);
  });

  it('refuses what the rules refuse', async () => {
    const { error } = await dryRun(backend, 'platform-pool', {
      ...POOL,
      images: ['node:latest'],
    });
    expect(JSON.stringify(error)).toMatch(
      /This pool cannot be proposed.*PL06 images\.0/,
    );
  });
});

describe('add-deployment', () => {
  const values = {
    identity: { name: 'orders', owner: 'group:default/team-shop' },
    runtime: {
      hardwareClass: 'compute',
      environments: ['dev', 'stage', 'prod'].map(name => ({
        name,
        replicas: 3,
        cpu: '250m',
        memory: '256Mi',
      })),
    },
    delivery: { strategy: 'rolling' },
    repository: { host: 'git.example', owner: 'shop', name: 'orders' },
  };

  it('makes overlays that render, and neither source nor automation', async () => {
    const { status, error, files } = await dryRun(
      backend,
      'add-deployment',
      values,
    );
    expect({ status, error }).toEqual({ status: 200 });
    expect(
      [...new Set([...files.keys()].map(path => path.split('/')[0]))].sort(),
    ).toEqual([
      '.baremetal',
      'CODEOWNERS',
      'argocd',
      'catalog-info.yaml',
      'deploy',
    ]);
    for (const environment of ['dev', 'stage', 'prod']) {
      expect(
        renderOverlay(files, `deploy/overlays/${environment}`).map(
          ({ kind }) => kind,
        ),
      ).toContain('Deployment');
    }
  });

  it.each<[archetype: string, shape: string, kind: string]>([
    ['service', 'nothing', 'Deployment'],
    ['service', 'ownFiles', 'StatefulSet'],
    ['worker', 'nothing', 'Deployment'],
    ['job', 'nothing', 'CronJob'],
  ])('deploys a %s that keeps %s as a %s', async (archetype, shape, kind) => {
    const { status, error, files } = await dryRun(backend, 'add-deployment', {
      ...values,
      archetype,
      runtime: { ...values.runtime, language: 'go', data: { shape } },
    });
    expect({ status, error }).toEqual({ status: 200 });
    const kinds = renderOverlay(files, 'deploy/overlays/prod').map(
      object => object.kind,
    );
    expect(kinds).toContain(kind);
    expect(kinds.includes('Service')).toBe(archetype === 'service');
  });

  it('refuses what the rules refuse', async () => {
    const { error } = await dryRun(backend, 'add-deployment', {
      ...values,
      runtime: { ...values.runtime, disruption: { maxUnavailable: 0 } },
    });
    expect(JSON.stringify(error)).toContain('AV01');
  });
});
