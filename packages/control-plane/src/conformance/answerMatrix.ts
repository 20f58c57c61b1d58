import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import {
  planService,
  type ServiceAnswers,
  type ServicePlan,
  serviceSpecSchema,
} from '@baremetal/golden-path';
import { simulatedFacts } from '@baremetal/platform-sim';

/** The facts that the real platform is configured with. */
export const PLATFORM_FACTS: PlatformFacts = {
  ...simulatedFacts('https://git.example'),
  simulated: false,
};

const DIGEST = `sha256:${'7c1ea90f'.repeat(8)}`;

/** One repository that the template can make, named after what is special about it. */
export interface MatrixEntry {
  readonly name: string;
  readonly plan: ServicePlan;
}

const KEEPING = [
  {
    name: 'dev',
    replicas: 1,
    cpu: '250m',
    memory: '256Mi',
    storageClass: 'lvm-thin',
    size: '5Gi',
  },
  {
    name: 'stage',
    replicas: 2,
    cpu: '250m',
    memory: '256Mi',
    storageClass: 'lvm-thick-r2',
    size: '20Gi',
  },
  {
    name: 'prod',
    replicas: 3,
    cpu: '500m',
    memory: '512Mi',
    storageClass: 'lvm-thick-r3',
    size: '20Gi',
  },
];

const ANSWERS: Record<string, Partial<ServiceAnswers>> = {
  'stateless-default': {},
  'stateless-hostile-text': {
    description: 'Billing: "invoices" & co #1, on: 1.10 ${{ x }}',
  },
  'stateless-no-analysis': {
    delivery: { steps: [{ setWeight: 50 }, { pause: { duration: '10s' } }] },
  },
  'stateless-person': {
    delivery: {
      steps: [
        { setWeight: 34 },
        { pause: {} },
        { setWeight: 67 },
        { pause: { duration: '1m' } },
      ],
    },
  },
  'stateless-no-system': { system: undefined, port: 3000 },
  'store-beside': { data: { shape: 'storeBeside' }, environments: KEEPING },
  'store-beside-named': {
    data: { shape: 'storeBeside', database: 'ledger' },
    environments: KEEPING,
  },
  'own-files': { data: { shape: 'ownFiles' }, environments: KEEPING },
  'own-files-elsewhere': {
    data: { shape: 'ownFiles', mountPath: '/srv/data' },
    environments: KEEPING,
  },
  a234567890123456789012345678901234567890: {},
};

/** Every shape of data with every way to deliver that the rules of this template allow. */
export function answerMatrix(): MatrixEntry[] {
  return Object.entries(ANSWERS).map(([name, special]) => {
    const spec = serviceSpecSchema.parse({
      ...common(name),
      ...special,
    });
    const plan = planService(spec, PLATFORM_FACTS);
    const errors = plan.findings.filter(({ severity }) => severity === 'error');
    if (errors.length > 0) {
      throw new Error(
        `the matrix holds an invalid spec, ${name}: ${JSON.stringify(errors)}`,
      );
    }
    return { name, plan };
  });
}

function common(name: string): ServiceAnswers {
  return {
    name,
    owner: 'group:default/team-shop',
    system: 'system:default/shop',
    description: 'Takes orders',
    image: {
      repository: `registry.example/shop/${name}`,
      tag: '1.10',
      digest: DIGEST,
    },
    hardwareClass: 'compute',
    environments: [
      { name: 'dev', replicas: 1, cpu: '250m', memory: '256Mi' },
      { name: 'stage', replicas: 2, cpu: '250m', memory: '256Mi' },
      { name: 'prod', replicas: 3, cpu: '500m', memory: '0.5Gi' },
    ],
    repo: { host: 'git.example', owner: 'shop', name },
  };
}
