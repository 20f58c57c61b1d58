import { PlatformClock } from '../../clock';
import { createCertificates } from '../../tls/certificates';
import { KINDS } from '../kinds';
import { machinesOf } from '../machines';
import type { ObjectDraft } from '../objects';
import { PlatformCluster } from '../PlatformCluster';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const NAMESPACE = 'shop-dev';
const key = { namespace: NAMESPACE, name: 'shop' };
const labels = { app: 'shop' };

const template = (tag: string) => ({
  metadata: { labels },
  spec: {
    containers: [
      {
        name: 'app',
        image: `registry.example/shop:${tag}`,
        resources: { requests: { cpu: '250m', memory: '256Mi' } },
      },
    ],
  },
});

const rollout = (strategy: object): ObjectDraft => ({
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Rollout',
  metadata: { ...key },
  spec: {
    replicas: 4,
    selector: { matchLabels: labels },
    template: template('1'),
    strategy,
  },
});

const service = (name: string): ObjectDraft => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { namespace: NAMESPACE, name },
  spec: { selector: labels, ports: [{ port: 80 }] },
});

const certificates = createCertificates(NOW);

describe('beside canaries by share of replicas, a cluster', () => {
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

  const pass = (seconds: number) => {
    platform.settle();
    clock.advance(seconds * 1000);
    platform.settle();
  };
  const live = () => objects().get(KINDS.rollouts, key);
  const release = (tag: string) =>
    objects().update(KINDS.rollouts, key, old => ({
      ...old,
      spec: { ...old.spec, template: template(tag) },
    }));
  const promote = () =>
    objects().update(
      KINDS.rollouts,
      key,
      old => ({ ...old, status: { ...old.status, pauseConditions: null } }),
      { subresource: 'status' },
    );
  const selected = (name: string) =>
    objects().get(KINDS.services, { namespace: NAMESPACE, name }).spec.selector[
      'rollouts-pod-template-hash'
    ];

  it('keeps both versions whole until a person switches, in blue/green', () => {
    for (const name of ['shop', 'shop-preview']) {
      objects().create(KINDS.services, service(name));
    }
    objects().create(
      KINDS.rollouts,
      rollout({
        blueGreen: {
          activeService: 'shop',
          previewService: 'shop-preview',
          autoPromotionEnabled: false,
        },
      }),
    );
    pass(30);
    const first = live().status.stableRS;
    expect(live().status.phase).toBe('Healthy');

    release('2');
    pass(30);
    const second = live().status.currentPodHash;
    expect(live().status).toMatchObject({
      phase: 'Paused',
      message: 'BlueGreenPause',
      replicas: 8,
      blueGreen: { activeSelector: first, previewSelector: second },
    });
    expect(selected('shop')).toBe(first);
    expect(selected('shop-preview')).toBe(second);

    promote();
    pass(30);
    expect(live().status).toMatchObject({ phase: 'Healthy', replicas: 4 });
    expect(selected('shop')).toBe(second);
  });

  it('gives a route the weights of a canary, and keeps the old version whole', () => {
    for (const name of ['stable', 'canary']) {
      objects().create(KINDS.services, service(name));
    }
    objects().create(KINDS.httproutes, {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: { ...key },
      spec: {
        rules: [{ backendRefs: [{ name: 'stable' }, { name: 'canary' }] }],
      },
    });
    objects().create(
      KINDS.rollouts,
      rollout({
        canary: {
          stableService: 'stable',
          canaryService: 'canary',
          trafficRouting: {
            plugins: {
              'argoproj-labs/gatewayAPI': {
                httpRoute: 'shop',
                namespace: NAMESPACE,
              },
            },
          },
          steps: [{ setWeight: 25 }, { pause: {} }],
        },
      }),
    );
    pass(30);
    release('2');
    pass(30);
    const { spec } = objects().get(KINDS.httproutes, key);
    expect(spec.rules[0].backendRefs).toEqual([
      { name: 'stable', weight: 75 },
      { name: 'canary', weight: 25 },
    ]);
    expect(live().status).toMatchObject({
      phase: 'Paused',
      replicas: 5,
      canary: { weights: { canary: { weight: 25 }, stable: { weight: 75 } } },
    });
    promote();
    pass(60);
    expect(live().status).toMatchObject({ phase: 'Healthy', replicas: 4 });
  });

  it('runs a job once, to its end', () => {
    objects().create(KINDS.jobs, {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { ...key },
      spec: { template: template('1') },
    });
    pass(30);
    expect(objects().get(KINDS.jobs, key).status).toMatchObject({
      succeeded: 1,
      active: 0,
      conditions: [{ type: 'Complete', status: 'True' }],
    });
    expect(
      objects()
        .list(KINDS.pods, NAMESPACE)
        .map(({ status }) => status.phase),
    ).toEqual(['Succeeded']);
  });

  it.each([
    ['HorizontalPodAutoscaler', KINDS.horizontalpodautoscalers, 'minReplicas'],
    ['ScaledObject', KINDS.scaledobjects, 'minReplicaCount'],
  ])('lets a %s say how many pods there are at least', (kind, info, least) => {
    objects().create(KINDS.deployments, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { ...key },
      spec: { selector: { matchLabels: labels }, template: template('1') },
    });
    objects().create(info, {
      apiVersion: `${info.group}/${info.version}`,
      kind,
      metadata: { ...key },
      spec: {
        scaleTargetRef: { kind: 'Deployment', name: 'shop' },
        [least]: 3,
      },
    });
    pass(30);
    expect(objects().list(KINDS.pods, NAMESPACE)).toHaveLength(3);
  });

  it('makes the claims that live with a pod, and takes them away with it', () => {
    const { metadata, spec } = template('1');
    objects().create(KINDS.deployments, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { ...key },
      spec: {
        replicas: 1,
        selector: { matchLabels: labels },
        template: {
          metadata,
          spec: {
            ...spec,
            volumes: [
              {
                name: 'scratch',
                ephemeral: {
                  volumeClaimTemplate: {
                    spec: {
                      accessModes: ['ReadWriteOncePod'],
                      storageClassName: 'lvm-thin',
                      resources: { requests: { storage: '1Gi' } },
                    },
                  },
                },
              },
            ],
          },
        },
      },
    });
    pass(5);
    const [pod] = objects().list(KINDS.pods, NAMESPACE);
    const claims = () =>
      objects()
        .list(KINDS.persistentvolumeclaims, NAMESPACE)
        .map(({ metadata: { name } }) => name);
    expect(claims()).toEqual([`${pod?.metadata.name}-scratch`]);
    objects().remove(KINDS.deployments, key);
    pass(60);
    expect(claims()).toEqual([]);
  });
});
