import { planService } from '../../plan';
import { environments, PLATFORM, specOf } from '../../rules/goodAnswers';
import type { ServiceAnswers } from '../../spec/serviceSpec';
import type { Manifest } from '../../types';
import { AB_ROUTE } from '../exposure/abRoute';

const GATEWAY = { exposure: { kind: 'gatewayApi' } } as const;
const INGRESS = { exposure: { kind: 'ingressNginx' } } as const;

function rendered(special: Partial<ServiceAnswers>, environment = 'prod') {
  const plan = planService(specOf(special), PLATFORM);
  const objects = plan.environments.find(
    one => one.environment === environment,
  )?.objects;
  const find = (kind: string, name: string): any =>
    objects?.find(
      (object: Manifest) =>
        object.kind === kind && object.metadata.name === name,
    );
  return { plan, find, strategy: find('Rollout', 'orders')?.spec.strategy };
}

const runs = (templateName: string) => ({
  templates: [{ templateName }],
  args: [
    { name: 'canary-hash', valueFrom: { podTemplateHashValue: 'Latest' } },
    {
      name: 'namespace',
      valueFrom: { fieldRef: { fieldPath: 'metadata.namespace' } },
    },
  ],
});

const warningsOf = (special: Partial<ServiceAnswers>) =>
  rendered(special).plan.findings.filter(({ severity }) => severity !== 'info');

describe('blue/green', () => {
  const delivery = { strategy: 'blueGreen', analysis: {} } as const;

  it('switches the main Service, and asks on both sides of the switch', () => {
    const { strategy, find } = rendered({ delivery });
    expect(strategy).toEqual({
      blueGreen: {
        activeService: 'orders',
        previewService: 'orders-preview',
        autoPromotionEnabled: false,
        scaleDownDelaySeconds: 30,
        prePromotionAnalysis: runs('orders-preview'),
        postPromotionAnalysis: runs('orders'),
      },
    });
    expect(find('Service', 'orders-preview').spec).toEqual({
      type: 'ClusterIP',
      selector: find('Service', 'orders').spec.selector,
      ports: find('Service', 'orders').spec.ports,
    });
    expect(find('Service', 'orders-canary')).toBeUndefined();
  });

  // Without callers a rate of requests has no value, and every version would wait for a person.
  it('asks of a version without callers only what needs none', () => {
    const { find } = rendered({ delivery });
    expect(
      find('AnalysisTemplate', 'orders-preview').spec.metrics,
    ).toMatchObject([
      {
        name: 'pods-answer',
        successCondition:
          'len(result) > 0 && !isNaN(result[0]) && result[0] >= 1',
        provider: {
          prometheus: {
            query:
              'min(up{namespace="{{args.namespace}}",pod=~"orders-{{args.canary-hash}}-.*"})',
          },
        },
      },
    ]);
  });

  it('waits for a person in production only', () => {
    expect(rendered({ delivery }, 'dev').strategy.blueGreen).toMatchObject({
      autoPromotionEnabled: true,
      autoPromotionSeconds: 600,
    });
    expect(warningsOf({ delivery })).toEqual([]);
  });

  it('takes over by itself where a time is answered, the same everywhere', () => {
    const special = {
      delivery: {
        strategy: 'blueGreen' as const,
        blueGreen: { autoPromotionSeconds: 90, previewReplicas: 3 },
      },
      environments: environments().map(environment =>
        environment.name === 'dev'
          ? { ...environment, replicas: 2 }
          : environment,
      ),
    };
    const switched = {
      autoPromotionEnabled: true,
      autoPromotionSeconds: 90,
    };
    expect(rendered(special).strategy.blueGreen).toMatchObject({
      ...switched,
      previewReplicaCount: 3,
    });
    // No larger than the version that it becomes.
    expect(rendered(special, 'dev').strategy.blueGreen).toMatchObject({
      ...switched,
      previewReplicaCount: 2,
    });
  });
});

describe('A/B', () => {
  const by = (ab: object) => ({
    ...GATEWAY,
    delivery: { strategy: 'ab' as const, analysis: {}, ab },
  });

  it('sends callers with a header to the new version until a person decides', () => {
    expect(
      rendered(by({ name: 'x-try', value: 'v2.1' })).strategy.canary.steps,
    ).toEqual([
      { setCanaryScale: { weight: 50 } },
      {
        setHeaderRoute: {
          name: AB_ROUTE,
          match: [{ headerName: 'x-try', headerValue: { exact: 'v2.1' } }],
        },
      },
      { pause: {} },
      { analysis: runs('orders') },
      { setCanaryScale: { weight: 100 } },
      { setWeight: 100 },
    ]);
  });

  it('finds a cookie among others, and no longer one', () => {
    const { steps } = rendered(
      by({ by: 'cookie', name: 'beta', value: 'v2.1' }),
    ).strategy.canary;
    const [match] = steps[1].setHeaderRoute.match;
    expect(match.headerName).toBe('Cookie');
    const isB = (cookies: string) =>
      new RegExp(match.headerValue.regex).test(cookies);
    expect(
      ['beta=v2.1', 'a=1; beta=v2.1', 'beta=v2.1; a=1', 'a=1;beta=v2.1'].map(
        isB,
      ),
    ).toEqual([true, true, true, true]);
    expect(
      ['beta=v2.10', 'beta=v2x1', 'xbeta=v2.1', 'beta=', ''].map(isB),
    ).toEqual([false, false, false, false, false]);
  });

  it('lets time decide outside production', () => {
    const { steps } = rendered(by({}), 'stage').strategy.canary;
    expect(steps[2]).toEqual({ pause: { duration: '10m' } });
    expect(warningsOf(by({}))).toEqual([]);
  });

  it('leaves it to the Ingress of the canary who gets it', () => {
    const { strategy, plan } = rendered({
      ...INGRESS,
      delivery: { strategy: 'ab' },
    });
    expect(strategy.canary.steps).toEqual([
      { setCanaryScale: { weight: 50 } },
      { pause: {} },
      { setCanaryScale: { weight: 100 } },
      { setWeight: 100 },
    ]);
    expect(
      plan.findings.filter(({ severity }) => severity === 'error'),
    ).toEqual([]);
  });
});

describe('a canary', () => {
  it('lets the old version shrink only where a router knows the weight', () => {
    const delivery = { dynamicStableScale: true, analysis: {} };
    expect(
      rendered({ ...GATEWAY, delivery }).strategy.canary.dynamicStableScale,
    ).toBe(true);
    expect(rendered({ delivery }).strategy.canary).not.toHaveProperty(
      'dynamicStableScale',
    );
  });

  it('is not repeated for a version of a moment ago', () => {
    expect(rendered({}).find('Rollout', 'orders').spec.rollbackWindow).toEqual({
      revisions: 3,
    });
  });
});

describe('what replaces pod by pod', () => {
  it('is a Deployment with the surge that was answered', () => {
    const { find } = rendered({
      delivery: { strategy: 'rolling', maxSurge: 2, maxUnavailable: '10%' },
    });
    expect(find('Deployment', 'orders').spec.strategy).toEqual({
      type: 'RollingUpdate',
      rollingUpdate: { maxSurge: 2, maxUnavailable: '10%' },
    });
    expect(find('Rollout', 'orders')).toBeUndefined();
    expect(find('AnalysisTemplate', 'orders')).toBeUndefined();
  });

  it('gives the one writer of a claim up before the next one starts', () => {
    const { find } = rendered({
      delivery: { strategy: 'rolling' },
      data: { shape: 'sharedFiles', accessMode: 'ReadWriteOnce' },
      environments: environments({ storageClass: 'lvm-thin', size: '1Gi' }),
    });
    expect(find('Deployment', 'orders').spec.strategy).toEqual({
      type: 'Recreate',
    });
  });
});
