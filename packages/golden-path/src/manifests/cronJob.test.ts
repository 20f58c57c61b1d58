import { planService } from '../plan';
import { renderService } from '../renderService';
import { environments, PLATFORM, specOf } from '../rules/goodAnswers';
import type { Manifest } from '../types';

type Answers = Parameters<typeof specOf>[0];

const JOB: Answers = {
  archetype: 'job',
  job: {
    schedule: '30 4 * * 1',
    timeZone: 'Europe/Berlin',
    timeout: '2h',
    retries: 1,
  },
};

interface ReadContainer {
  readonly env: unknown;
  readonly ports: unknown;
  readonly readinessProbe: { readonly httpGet: unknown };
  readonly resources: { readonly requests: unknown };
  readonly envFrom: readonly [
    { readonly configMapRef: { readonly name: string } },
  ];
}

interface ReadTemplate {
  readonly spec: { readonly containers: readonly [ReadContainer] };
}

/** What the tests read of each kind, where it is there. */
interface Read {
  readonly CronJob: {
    readonly spec: {
      readonly jobTemplate: {
        readonly spec: { readonly template: ReadTemplate };
      };
    };
  };
  readonly Deployment: { readonly spec: { readonly template: ReadTemplate } };
  readonly PrometheusRule: {
    readonly spec: {
      readonly groups: readonly [
        {
          readonly rules: readonly [AlertRule, ...(readonly AlertRule[])];
        },
      ];
    };
  };
  readonly HorizontalPodAutoscaler: unknown;
  readonly PodMonitor: unknown;
}

interface AlertRule {
  readonly alert: string;
  readonly expr: string;
}

function planOf(answers: Answers) {
  const plan = planService(specOf(answers), PLATFORM);
  const objects = plan.environments.find(
    ({ environment }) => environment === 'prod',
  )!.objects;
  return {
    ...plan,
    objects,
    find: <K extends keyof Read>(kind: K) =>
      objects.find(
        (object: Manifest) =>
          object.kind === kind && object.metadata.name === 'orders',
      ) as Read[K],
  };
}

describe('a job', () => {
  it('runs by its schedule, and ends', () => {
    const { spec } = planOf(JOB).find('CronJob');
    expect(spec).toMatchObject({
      schedule: '30 4 * * 1',
      timeZone: 'Europe/Berlin',
      concurrencyPolicy: 'Forbid',
      jobTemplate: {
        spec: {
          activeDeadlineSeconds: 7200,
          backoffLimit: 1,
          template: { spec: { restartPolicy: 'Never' } },
        },
      },
    });
  });

  it('listens nowhere, so nothing probes, calls or scrapes it', () => {
    const { find, objects } = planOf(JOB);
    const pod = find('CronJob').spec.jobTemplate.spec.template.spec;
    expect(Object.keys(pod.containers[0])).toEqual([
      'name',
      'image',
      'env',
      'envFrom',
      'resources',
      'securityContext',
      'volumeMounts',
    ]);
    expect(pod.containers[0].env).toEqual([
      { name: 'SERVICE_NAME', value: 'orders' },
    ]);
    expect(pod).not.toHaveProperty('topologySpreadConstraints');
    const kinds = objects.map(({ kind }) => kind);
    for (const absent of [
      'Service',
      'PodMonitor',
      'PodDisruptionBudget',
      'Rollout',
      'AnalysisTemplate',
    ]) {
      expect(kinds).not.toContain(absent);
    }
  });

  it('has the sizes and the settings of its environment', () => {
    const { find, objects } = planOf({
      ...JOB,
      environments: environments({ cpu: '2', memory: '3Gi' }),
    });
    const [container] =
      find('CronJob').spec.jobTemplate.spec.template.spec.containers;
    expect(container.resources.requests).toEqual({ cpu: '2', memory: '3Gi' });
    const { name } = container.envFrom[0].configMapRef;
    expect(objects.some(({ metadata }) => metadata.name === name)).toBe(true);
  });

  it('tells when its last run did not succeed', () => {
    const [rule] = planOf(JOB).find('PrometheusRule').spec.groups[0].rules;
    expect(rule).toMatchObject({ alert: 'RunFailed', for: '7200s' });
    expect(rule.expr).toContain(
      'namespace=~"orders-dev|orders-stage|orders-prod",cronjob="orders"',
    );
  });

  it('is not scaled, whatever was answered', () => {
    const { find, findings } = planOf({ ...JOB, scaling: { kind: 'hpa' } });
    expect(find('HorizontalPodAutoscaler')).toBeUndefined();
    expect(findings.map(({ id, severity }) => [id, severity])).toEqual([
      ['EN02', 'warning'],
    ]);
  });

  it.each([
    ['alone', {}],
    ['with recommendations', { recommendations: true }],
    [
      'with a store',
      {
        data: { shape: 'storeBeside' },
        environments: environments({ storageClass: 'lvm-thin', size: '1Gi' }),
      },
    ],
    [
      'with one pod everywhere',
      { environments: environments({ replicas: 1 }) },
    ],
  ] as [string, Answers][])('has nothing said against it %s', (_, more) => {
    const { findings } = planOf({ ...JOB, ...more });
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });
});

describe('a worker', () => {
  const WORKER: Answers = { archetype: 'worker' };

  it('keeps probes and metrics on its port, and is called by nobody', () => {
    const { find, objects } = planOf(WORKER);
    const [container] = find('Deployment').spec.template.spec.containers;
    expect(container.ports).toEqual([
      { name: 'http', containerPort: 8080, protocol: 'TCP' },
    ]);
    expect(container.readinessProbe.httpGet).toEqual({
      path: '/readyz',
      port: 'http',
    });
    expect(find('PodMonitor')).toBeDefined();
    expect(objects.map(({ kind }) => kind)).not.toContain('Service');
  });

  it('tells when its pods restart, not when requests fail', () => {
    const { spec } = planOf(WORKER).find('PrometheusRule');
    expect(spec.groups[0].rules.map(({ alert }) => alert)).toEqual([
      'RestartsOften',
    ]);
  });
});

it('gives the same bytes for the same job', () => {
  const [one, other] = [JOB, JOB].map(answers => [
    ...renderService(specOf(answers), PLATFORM),
  ]);
  expect(one).toEqual(other);
});
