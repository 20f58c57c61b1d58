import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import {
  planService,
  type ServiceAnswers,
  type ServiceSpec,
  type ServicePlan,
  serviceSpecSchema,
} from '@baremetal/golden-path';
import { simulatedFacts } from '@baremetal/platform-sim';
import type { ControlPlane } from '../../start/startControlPlane';

/** The one environment in which they are deployed here. */
export const ENVIRONMENT = 'dev';

/** A service that is to arrive in the cluster, and what is special about it. */
export interface ArrivingService {
  readonly words: string;
  readonly spec: ServiceSpec;
  readonly plan: ServicePlan;
}

const MIGRATION: Partial<ServiceAnswers> = {
  migration: { command: ['node', 'migrate.js'], expandContract: true },
};

/** Two steps that pass by themselves. */
const QUICK: ServiceAnswers['delivery'] = {
  steps: [{ setWeight: 50 }, { pause: { duration: '3s' } }],
};

/** One of each kind of workload and way to arrive, by name. */
const SERVICES: Readonly<
  Record<string, { words: string; answers: Partial<ServiceAnswers> }>
> = {
  parcels: {
    words: 'a canary behind the Gateway, with a store and a migration',
    answers: {
      ...MIGRATION,
      delivery: QUICK,
      exposure: { kind: 'gatewayApi' },
      data: { shape: 'storeBeside' },
      snapshots: {},
    },
  },
  tickets: {
    words: 'blue/green behind ingress-nginx, with a migration',
    answers: {
      ...MIGRATION,
      delivery: {
        strategy: 'blueGreen',
        blueGreen: { autoPromotionSeconds: 3 },
      },
      exposure: { kind: 'ingressNginx' },
    },
  },
  archive: {
    words: 'files of its own per replica, behind a load balancer',
    answers: { data: { shape: 'ownFiles' }, exposure: { kind: 'ciliumLb' } },
  },
  mailer: {
    words: 'a worker that is scaled by its queue, with a migration',
    answers: {
      ...MIGRATION,
      archetype: 'worker',
      recommendations: true,
      scaling: {
        kind: 'keda',
        triggers: [{ type: 'queue', query: 'sum(queue)', perPod: 5 }],
      },
    },
  },
  closing: {
    words: 'a job by a schedule',
    answers: { archetype: 'job', job: { schedule: '0 3 * * *' } },
  },
  charted: {
    words: 'a canary as a Helm chart, with a store and a migration',
    answers: {
      ...MIGRATION,
      delivery: QUICK,
      data: { shape: 'storeBeside' },
      packaging: 'helm',
    },
  },
};

/** @throws Error when a rule refuses one of them */
export function arrivingServices(real: ControlPlane): ArrivingService[] {
  const facts = factsOf(real);
  return Object.entries(SERVICES).map(([name, { words, answers }]) => {
    const service = plannedService(facts, { name, words, answers });
    const refused = service.plan.findings.filter(
      ({ severity }) => severity === 'error',
    );
    if (refused.length > 0) throw new Error(JSON.stringify(refused));
    return service;
  });
}

/** The platform as it is configured here, with one environment. */
export function factsOf(real: ControlPlane): PlatformFacts {
  const all = simulatedFacts(real.git.url);
  return {
    ...all,
    environments: all.environments.filter(({ name }) => name === ENVIRONMENT),
    prometheusAddress: real.prometheus[ENVIRONMENT]?.url ?? '',
    secretStore: { kind: 'ClusterSecretStore', name: 'vault' },
    simulated: false,
  };
}

/** Argo CD's Application of the one environment; its namespace has the same name. */
export function applicationOf({ plan }: Pick<ArrivingService, 'plan'>): string {
  return plan.environments[0]?.namespace ?? '';
}

/** A small service with what is special about it; the rules may have found something. */
export function plannedService(
  facts: PlatformFacts,
  given: { name: string; words: string; answers: Partial<ServiceAnswers> },
): ArrivingService {
  const spec = serviceSpecSchema.parse({
    ...common(given.name, facts.gitHost),
    ...given.answers,
  });
  return { words: given.words, spec, plan: planService(spec, facts) };
}

function common(name: string, host: string): ServiceAnswers {
  return {
    name,
    owner: 'group:default/team-shop',
    description: 'Arrives',
    image: { repository: `registry.example/shop/${name}`, tag: '1.0.0' },
    hardwareClass: 'compute',
    environments: [
      {
        name: ENVIRONMENT,
        replicas: 2,
        cpu: '50m',
        memory: '64Mi',
        storageClass: 'lvm-thin',
        size: '1Gi',
      },
    ],
    repo: { host, owner: 'shop', name },
  };
}
