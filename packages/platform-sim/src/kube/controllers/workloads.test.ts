import { PlatformClock } from '../../clock';
import { machinesOf } from '../machines';
import { createCertificates } from '../../tls/certificates';
import { KINDS } from '../kinds';
import type { ObjectDraft } from '../objects';
import { PlatformCluster } from '../PlatformCluster';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const NAMESPACE = 'checkout-api-dev';
const key = { namespace: NAMESPACE, name: 'checkout-api' };

function rollout(tag: string, steps: readonly object[]): ObjectDraft {
  const labels = { app: 'checkout-api' };
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Rollout',
    metadata: { ...key },
    spec: {
      replicas: 5,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          containers: [
            {
              name: 'app',
              image: `registry.example/shop/checkout-api:${tag}`,
              resources: { requests: { cpu: '250m', memory: '256Mi' } },
            },
          ],
        },
      },
      strategy: { canary: { maxSurge: 1, maxUnavailable: 0, steps } },
    },
  };
}

const TEMPLATE: ObjectDraft = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'AnalysisTemplate',
  metadata: { ...key },
  spec: {
    args: [{ name: 'hash' }],
    metrics: [
      {
        name: 'success-rate',
        interval: '30s',
        count: 3,
        failureLimit: 1,
        successCondition: 'len(result) > 0 && result[0] >= 0.99',
        failureCondition: 'len(result) > 0 && result[0] < 0.99',
        provider: {
          prometheus: {
            query:
              'sum(rate(http_requests_total{namespace="checkout-api-dev",pod=~"checkout-api-{{args.hash}}-.*",code!~"5.."}[2m])) / sum(rate(http_requests_total{namespace="checkout-api-dev",pod=~"checkout-api-{{args.hash}}-.*"}[2m]))',
          },
        },
      },
    ],
  },
};

const ANALYSIS = {
  analysis: {
    templates: [{ templateName: 'checkout-api' }],
    args: [{ name: 'hash', valueFrom: { podTemplateHashValue: 'Latest' } }],
  },
};

const certificates = createCertificates(NOW);

describe('the controllers of a cluster', () => {
  let clock: PlatformClock;
  let platform: PlatformCluster;
  const objects = () => platform.cluster.objects;

  beforeEach(async () => {
    clock = PlatformClock.create(NOW);
    platform = await PlatformCluster.start({
      name: 'dev',
      clock,
      certificates,
      machines: machinesOf('dev'),
    });
    objects().create(KINDS.namespaces, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: NAMESPACE },
    });
  });

  afterEach(() => platform.stop());

  const live = () => objects().get(KINDS.rollouts, key);
  const pods = () => objects().list(KINDS.pods, NAMESPACE);
  const pass = (seconds: number) => {
    platform.settle();
    clock.advance(seconds * 1000);
    platform.settle();
  };
  const images = () => {
    const counts: Record<string, number> = {};
    for (const { spec } of pods()) {
      const tag = spec.containers[0].image.split(':')[1];
      counts[tag] = (counts[tag] ?? 0) + 1;
    }
    return counts;
  };
  const setTag = (tag: string) =>
    objects().update(KINDS.rollouts, key, old => ({
      ...old,
      spec: { ...old.spec, template: rollout(tag, []).spec.template },
    }));
  const patchStatus = (change: object) =>
    objects().update(
      KINDS.rollouts,
      key,
      old => ({ ...old, status: { ...old.status, ...change } }),
      { subresource: 'status' },
    );

  it('bring the first version of a rollout straight to all pods', () => {
    objects().create(
      KINDS.rollouts,
      rollout('1', [{ setWeight: 20 }, { pause: {} }]),
    );
    pass(30);
    expect(images()).toEqual({ '1': 5 });
    expect(live().status).toMatchObject({
      phase: 'Healthy',
      currentStepIndex: 2,
      observedGeneration: '1',
      replicas: 5,
      availableReplicas: 5,
    });
    expect(live().status.stableRS).toBe(live().status.currentPodHash);
    expect(pods()[0]?.status.containerStatuses[0].imageID).toMatch(
      /^registry\.example\/shop\/checkout-api@sha256:[0-9a-f]{64}$/,
    );
  });

  it('hold a canary at its pause until somebody promotes it', () => {
    objects().create(
      KINDS.rollouts,
      rollout('1', [{ setWeight: 20 }, { pause: {} }]),
    );
    pass(30);
    setTag('2');
    pass(600);
    expect(images()).toEqual({ '1': 4, '2': 1 });
    expect(live().status).toMatchObject({
      phase: 'Paused',
      message: 'CanaryPauseStep',
      currentStepIndex: 1,
      controllerPause: true,
      pauseConditions: [{ reason: 'CanaryPauseStep' }],
    });
    // A person took longer than a version may take: that is no reason to give it up.
    objects().update(KINDS.rollouts, key, old => ({
      ...old,
      spec: {
        ...old.spec,
        progressDeadlineSeconds: 60,
        progressDeadlineAbort: true,
      },
    }));
    patchStatus({ pauseConditions: null });
    pass(120);
    expect(images()).toEqual({ '2': 5 });
    expect(live().status).toMatchObject({
      phase: 'Healthy',
      currentStepIndex: 2,
    });
    expect(live().status.pauseConditions).toBeUndefined();
  });

  it('go on after a timed pause by themselves', () => {
    objects().create(
      KINDS.rollouts,
      rollout('1', [{ setWeight: 40 }, { pause: { duration: '5m' } }]),
    );
    pass(30);
    setTag('2');
    pass(60);
    expect(images()).toEqual({ '1': 3, '2': 2 });
    pass(330);
    expect(images()).toEqual({ '2': 5 });
  });

  it('abort a canary whose analysis fails, and try again when told', () => {
    objects().create(KINDS.analysistemplates, TEMPLATE);
    objects().create(
      KINDS.rollouts,
      rollout('1', [{ setWeight: 20 }, ANALYSIS]),
    );
    pass(30);
    platform.metrics.setBehaviour(
      { namespace: NAMESPACE, service: 'checkout-api' },
      { successRate: 0.93, p95Seconds: 0.2, requestRate: 10 },
    );
    setTag('2');
    pass(300);
    expect(images()).toEqual({ '1': 5 });
    expect(live().status).toMatchObject({
      phase: 'Degraded',
      abort: true,
      currentStepIndex: 0,
      canary: { currentStepAnalysisRunStatus: { status: 'Failed' } },
    });
    expect(live().status.message).toMatch(
      /^RolloutAborted: Rollout aborted update to revision 2: .*Metric "success-rate" assessed Failed due to failed \(2\) > failureLimit \(1\)$/,
    );
    const [run] = objects().list(KINDS.analysisruns, NAMESPACE);
    expect(run?.metadata.labels).toMatchObject({
      'rollout-type': 'Step',
      'step-index': '1',
    });
    expect(run?.status.metricResults[0]).toMatchObject({
      failed: 2,
      phase: 'Failed',
    });
    expect(
      Number(JSON.parse(run?.status.metricResults[0].measurements[0].value)[0]),
    ).toBeCloseTo(0.93, 2);
    platform.metrics.setBehaviour(
      { namespace: NAMESPACE, service: 'checkout-api' },
      { successRate: 0.999, p95Seconds: 0.2, requestRate: 10 },
    );
    patchStatus({ abort: false });
    pass(400);
    expect(images()).toEqual({ '2': 5 });
    expect(live().status.phase).toBe('Healthy');
  });

  it('pause when the analysis has no data to judge by', () => {
    objects().create(KINDS.analysistemplates, TEMPLATE);
    objects().create(
      KINDS.rollouts,
      rollout('1', [{ setWeight: 20 }, ANALYSIS]),
    );
    pass(30);
    platform.metrics.setBehaviour(
      { namespace: NAMESPACE, service: 'checkout-api' },
      'missing',
    );
    setTag('2');
    pass(300);
    expect(live().status).toMatchObject({
      phase: 'Paused',
      message: 'InconclusiveAnalysisRun',
    });
  });

  it('abort a version whose pods do not become available in time', () => {
    objects().create(
      KINDS.rollouts,
      rollout('1', [{ setWeight: 20 }, { pause: {} }]),
    );
    pass(30);
    objects().update(KINDS.rollouts, key, old => {
      const { template } = rollout('2', []).spec;
      const [container] = template.spec.containers;
      container.resources.requests.cpu = '100';
      return {
        ...old,
        spec: {
          ...old.spec,
          template,
          progressDeadlineSeconds: 300,
          progressDeadlineAbort: true,
        },
      };
    });
    pass(200);
    expect(live().status.phase).toBe('Progressing');
    pass(200);
    expect(live().status.message).toMatch(
      /RolloutAborted: .* has timed out progressing/,
    );
    expect(images()).toEqual({ '1': 5 });
  });

  it('move pods away from a machine without power when their patience is over', () => {
    objects().create(KINDS.rollouts, rollout('1', []));
    pass(30);
    const machine = pods()[0]?.spec.nodeName;
    platform.setPower(machine, false);
    pass(10);
    expect(live().status.availableReplicas).toBeLessThan(5);
    pass(400);
    expect(live().status.availableReplicas).toBe(5);
    expect(pods().map(({ spec }) => spec.nodeName)).not.toContain(machine);
    platform.setPower(machine, true);
    expect(objects().get(KINDS.nodes, { name: machine }).spec.taints).toEqual(
      [],
    );
  });

  it('refuse a rollout whose analysis template is missing', () => {
    objects().create(KINDS.rollouts, rollout('1', [ANALYSIS]));
    pass(10);
    expect(live().status.phase).toBe('Degraded');
    expect(live().status.message).toMatch(
      /^InvalidSpec: .*'checkout-api' not found/,
    );
  });

  it('leave a pod pending that fits nowhere, and say why', () => {
    objects().create(KINDS.pods, {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'big', namespace: NAMESPACE },
      spec: {
        containers: [
          { name: 'app', image: 'a:1', resources: { requests: { cpu: '64' } } },
        ],
      },
    });
    pass(10);
    const [condition] = pods()[0]?.status.conditions ?? [];
    expect(condition).toMatchObject({
      type: 'PodScheduled',
      status: 'False',
      reason: 'Unschedulable',
      message: '0/4 nodes are available: 4 Insufficient cpu.',
    });
    expect(objects().list(KINDS.events, NAMESPACE)[0]?.reason).toBe(
      'FailedScheduling',
    );
  });

  it('give a StatefulSet its pods in order and its claims their copies', async () => {
    objects().create(KINDS.statefulsets, {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'db', namespace: NAMESPACE },
      spec: {
        replicas: 2,
        serviceName: 'db',
        selector: { matchLabels: { app: 'db' } },
        template: {
          metadata: { labels: { app: 'db' } },
          spec: { containers: [{ name: 'db', image: 'postgres:18' }] },
        },
        volumeClaimTemplates: [
          {
            metadata: { name: 'data' },
            spec: {
              accessModes: ['ReadWriteOncePod'],
              storageClassName: 'lvm-thin',
              resources: { requests: { storage: '10Gi' } },
            },
          },
        ],
      },
    });
    pass(5);
    expect(pods().map(({ metadata }) => metadata.name)).toEqual(['db-0']);
    pass(30);
    expect(pods().map(({ metadata }) => metadata.name)).toEqual([
      'db-0',
      'db-1',
    ]);
    const claims = objects().list(KINDS.persistentvolumeclaims, NAMESPACE);
    expect(
      claims.map(({ metadata, status }) => [metadata.name, status.phase]),
    ).toEqual([
      ['data-db-0', 'Bound'],
      ['data-db-1', 'Bound'],
    ]);
    const volume = objects().get(KINDS.persistentvolumes, {
      name: claims[0]?.spec.volumeName,
    });
    expect(volume.spec.csi).toMatchObject({ driver: 'linstor.csi.linbit.com' });
    const answer = await fetch(`${platform.storage.url}/v1/view/resources`);
    const resources = (await answer.json()) as {
      name: string;
      state?: { in_use?: boolean };
    }[];
    const mine = resources.filter(
      ({ name }) => name === volume.spec.csi.volumeHandle,
    );
    expect(mine.length).toBeGreaterThanOrEqual(2);
    expect(mine.some(({ state }) => state?.in_use)).toBe(true);
  });

  it('delete what a deleted owner owned, and empty a deleted namespace', () => {
    objects().create(KINDS.rollouts, rollout('1', []));
    pass(30);
    objects().remove(KINDS.rollouts, key);
    pass(30);
    expect(pods()).toEqual([]);
    expect(objects().list(KINDS.replicasets, NAMESPACE)).toEqual([]);
    objects().remove(KINDS.namespaces, { name: NAMESPACE });
    pass(60);
    expect(
      objects().find(KINDS.namespaces, { name: NAMESPACE }),
    ).toBeUndefined();
  });
});
