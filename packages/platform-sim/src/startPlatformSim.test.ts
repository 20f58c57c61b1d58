import { call } from './kube/contract/contractClient';
import { KINDS } from './kube/kinds';
import { demoScenario } from './scenarios/demo';
import { startPlatformSim, type PlatformSim } from './startPlatformSim';

describe('the demo', () => {
  let platform: PlatformSim;

  beforeAll(async () => {
    platform = await startPlatformSim({ seed: 'demo', speed: 0 });
  }, 120_000);

  afterAll(() => platform.stop());

  const rollout = (service: string, environment: string) =>
    platform.controls.cluster(environment).objects.get(KINDS.rollouts, {
      namespace: `${service}-${environment}`,
      name: service,
    });
  const applications = async () => {
    const { body } = await call(
      platform.management,
      '/apis/argoproj.io/v1alpha1/namespaces/argocd/applications',
    );
    return body.items as any[];
  };

  it('deploys every service to every environment that it names', async () => {
    const all = await applications();
    const wanted = demoScenario.services.flatMap(({ answers }) =>
      answers.environments.map(({ name }) => `${answers.name}-${name}`),
    );
    const names = all.map(({ metadata }) => metadata.name);
    expect(names.sort()).toEqual([...wanted, 'platform'].sort());
    expect(all.filter(({ status }) => status.sync.status !== 'Synced')).toEqual(
      [],
    );
  });

  it('has a canary that waits for a person at 20 %, with an analysis that went well', () => {
    const { status } = rollout('checkout-api', 'stage');
    expect(status).toMatchObject({
      phase: 'Paused',
      message: 'CanaryPauseStep',
      currentStepIndex: 3,
      updatedReplicas: 1,
      replicas: 5,
    });
    const runs = platform.controls
      .cluster('stage')
      .objects.list(KINDS.analysisruns, 'checkout-api-stage');
    expect(runs.map(run => run.status.phase)).toEqual(['Successful']);
  });

  it('has a canary that its analysis aborted, and one that it could not judge', () => {
    expect(rollout('invoice-service', 'stage').status.phase).toBe('Degraded');
    expect(rollout('pricing', 'stage').status.message).toBe(
      'InconclusiveAnalysisRun',
    );
  });

  it('has a canary in production that goes on by itself', () => {
    const { status } = rollout('payments-gateway', 'prod');
    expect(status.phase).toBe('Paused');
    expect(status.updatedReplicas).toBe(2);
  });

  it('has a volume that catches up and one that lost a copy', async () => {
    const { url } = platform.linstor.prod ?? { url: '' };
    const answer = await fetch(`${url}/v1/view/resources`);
    const text = await answer.text();
    expect(text).toMatch(/SyncTarget|Inconsistent/);
    expect(text).toMatch(/"Failed"|"Diskless"/);
  });

  it('refuses one kind of one cluster to the product', async () => {
    const [dev] = platform.clusters;
    if (!dev) throw new Error('no cluster');
    const path = '/apis/argoproj.io/v1alpha1/analysisruns';
    const answer = await call(dev, path, { token: dev.readerToken });
    expect(answer.code).toBe(403);
  });

  it('syncs what is pushed and finishes what a person promotes', async () => {
    const { git, cluster, advance } = platform.controls;
    const path = 'deploy/overlays/dev/kustomization.yaml';
    const files = await git.readTree('shop', 'notifications', { ref: 'main' });
    const text = (files.get(path) ?? '')
      .replace(/newTag: .*/, 'newTag: "1.0.0"')
      .replace(/^ *digest: .*\n/m, '');
    await git.commit('shop', 'notifications', new Map([[path, text]]), {
      message: 'chore: 1.0.0',
    });
    await advance(60 * 60_000);
    const { status, spec } = rollout('notifications', 'dev');
    expect(spec.template.spec.containers[0].image).toBe(
      'registry.example/shop/notifications:1.0.0',
    );
    expect(status.phase).toBe('Healthy');
    const stage = cluster('stage').objects;
    const key = { namespace: 'checkout-api-stage', name: 'checkout-api' };
    stage.update(
      KINDS.rollouts,
      key,
      live => ({ ...live, status: { ...live.status, pauseConditions: null } }),
      { subresource: 'status' },
    );
    await advance(60 * 60_000);
    expect(rollout('checkout-api', 'stage').status.phase).toBe('Healthy');
    const app = (await applications()).find(
      ({ metadata }) => metadata.name === 'checkout-api-stage',
    );
    expect(app.status.health.status).toBe('Healthy');
    expect(app.status.summary.images.join()).toContain('checkout-api:1.9.2');
  });

  it('heals what somebody changed by hand', async () => {
    const { objects } = platform.controls.cluster('dev');
    const key = { namespace: 'cart-dev', name: 'cart' };
    objects.update(KINDS.rollouts, key, live => ({
      ...live,
      spec: { ...live.spec, replicas: 7 },
    }));
    await platform.controls.advance(60_000);
    expect(objects.get(KINDS.rollouts, key).spec.replicas).toBe(2);
  });
});
