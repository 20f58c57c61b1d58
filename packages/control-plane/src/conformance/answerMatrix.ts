import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import {
  type FileTree,
  planService,
  type ServiceAnswers,
  type ServicePlan,
  type ServiceSpec,
  serviceSpecSchema,
} from '@baremetal/golden-path';
import { simulatedFacts } from '@baremetal/platform-sim';
import { parse } from 'yaml';
import { answersOf, AXES, nameOf } from './matrixAxes';
import { pairwise, product } from './pairwise';

/** The facts that the real platform is configured with. */
export const PLATFORM_FACTS: PlatformFacts = {
  ...simulatedFacts('https://git.example'),
  simulated: false,
};

const DIGEST = `sha256:${'7c1ea90f'.repeat(8)}`;

/** The answers that a repository says it was made of. */
export function specIn(files: FileTree): ServiceSpec {
  return serviceSpecSchema.parse(
    parse(files.get('.baremetal/golden-path.yaml') ?? '').spec,
  );
}

/** One repository that the template can make, named after what is special about it. */
export interface MatrixEntry {
  readonly name: string;
  readonly plan: ServicePlan;
}

/** Corners of single answers, which no pair of choices shows. */
const CORNERS: Record<string, Partial<ServiceAnswers>> = {
  'hostile-text': {
    description: 'Billing: "invoices" & co #1, on: 1.10 ${{ x }} {{ y }}',
  },
  'waits-for-person': {
    delivery: {
      steps: [
        { setWeight: 34 },
        { pause: {} },
        { setWeight: 67 },
        { pause: { duration: '1m' } },
      ],
    },
  },
  'no-system': { system: undefined, port: 3000 },
  'named-database': { data: { shape: 'storeBeside', database: 'ledger' } },
  'files-elsewhere': { data: { shape: 'ownFiles', mountPath: '/srv/data' } },
  'custom-query': {
    delivery: {
      analysis: {
        custom: { query: 'sum(orders_total)', limit: 1, goodIs: 'above' },
      },
    },
  },
  'to-zero': {
    archetype: 'worker',
    scaling: {
      kind: 'keda',
      toZero: true,
      triggers: [{ type: 'queue', query: 'sum(queue)', perPod: 5 }],
    },
  },
  a234567890123456789012345678901234567890: {},
};

let known: readonly MatrixEntry[] | undefined;

/**
 * Repositories in which every two choices that the rules let stand together do so at least once: archetype, delivery,
 * exposure, scaling, data and the extras; and the corners of single answers.
 */
export function answerMatrix(): readonly MatrixEntry[] {
  known ??= [
    ...Object.entries(CORNERS).map(([name, special]) => ({
      name,
      plan: allowed(name, special),
    })),
    ...pairwise(AXES, combination =>
      isUseful(plan('m', answersOf(combination))),
    ).map((combination, i) => {
      const name = nameOf(combination, i);
      return { name, plan: allowed(name, answersOf(combination)) };
    }),
  ];
  return known;
}

/** All of them, for the heavy check; each is planned when it is asked for. */
export function* wholeMatrix(): Iterable<MatrixEntry> {
  for (const [i, combination] of product(AXES).entries()) {
    const name = nameOf(combination, i);
    const made = plan(name, answersOf(combination));
    if (isUseful(made)) yield { name, plan: made };
  }
}

function plan(name: string, special: Partial<ServiceAnswers>): ServicePlan {
  const spec = serviceSpecSchema.parse({ ...common(name), ...special });
  return planService(spec, PLATFORM_FACTS);
}

/** What the rules forbid, and answers that would change nothing: another combination shows them already. */
export function isUseful({ findings }: ServicePlan): boolean {
  return !findings.some(
    ({ id, severity }) => severity === 'error' || id === 'EN02',
  );
}

function allowed(name: string, special: Partial<ServiceAnswers>): ServicePlan {
  const made = plan(name, special);
  if (!isUseful(made)) {
    throw new Error(
      `the matrix holds an invalid spec, ${name}: ${JSON.stringify(
        made.findings,
      )}`,
    );
  }
  return made;
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
        storageClass: 'lvm-thin',
        size: '20Gi',
      },
      {
        name: 'prod',
        replicas: 3,
        cpu: '500m',
        memory: '0.5Gi',
        storageClass: 'lvm-thin',
        size: '20Gi',
      },
    ],
    repo: { host: 'git.example', owner: 'shop', name },
  };
}
