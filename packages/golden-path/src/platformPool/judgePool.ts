import {
  asClause,
  type Finding,
  type FitAnswer,
  type HardwareClassFit,
  type NotChecked,
  parseMillicores,
  parseQuantity,
  type PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import {
  hardwareClassOf,
  type PoolSpec,
  type PoolStorageClass,
} from './poolSpec';
import { differenceOf } from './storageClass';

/** What is wrong with answers that are well formed, and what nobody could look at. */
export interface PoolJudgement {
  readonly findings: readonly Finding[];
  readonly notChecked: readonly NotChecked[];
}

/** @param live - what the clusters say about their machines; without it, questions about them stay open */
export function judgePool(
  spec: PoolSpec,
  platform: PlatformFacts,
  live?: FitAnswer,
): PoolJudgement {
  const machines = spec.environments.map(environment => ({
    environment,
    seen: machinesOf(spec, environment, live),
  }));
  return {
    findings: [
      ...unknownEnvironments(spec, platform),
      ...spec.storageClasses.flatMap((answers, index) => [
        ...nameIsTaken(spec, index, platform),
        ...singleCopy(answers, index),
      ]),
      ...spec.images.flatMap(movingTag),
      ...machines.flatMap(({ environment, seen }) =>
        seen === undefined
          ? []
          : [
              ...spec.storageClasses.flatMap((answers, index) =>
                domains(answers, { index, environment, seen, platform }),
              ),
              ...reserveFits(spec, environment, seen),
            ],
      ),
    ],
    notChecked: machines
      .filter(({ seen }) => seen === undefined)
      .map(({ environment }) => ({
        id: 'PL05',
        reason: whyUnknown(spec, environment, live),
      })),
  };
}

/** A silent cluster may have machines; one that answered has none. */
function whyUnknown(
  spec: PoolSpec,
  environment: string,
  live: FitAnswer | undefined,
): string {
  const reading = live?.environments.find(
    each => each.environment === environment,
  )?.reading;
  return reading?.ok === false
    ? `the cluster of ${environment} was not read: ${asClause(
        reading.problem.message,
      )}`
    : `no machine of the class ${hardwareClassOf(
        spec,
      )} is known in ${environment}`;
}

function machinesOf(
  spec: PoolSpec,
  environment: string,
  live: FitAnswer | undefined,
): HardwareClassFit | undefined {
  const reading = live?.environments.find(
    each => each.environment === environment,
  )?.reading;
  const found = reading?.ok
    ? reading.value.hardwareClasses.find(
        ({ name }) => name === hardwareClassOf(spec),
      )
    : undefined;
  // A class without machines says nothing about those that will come.
  return found && found.nodes > 0 ? found : undefined;
}

function unknownEnvironments(
  { environments }: PoolSpec,
  platform: PlatformFacts,
): Finding[] {
  const known = platform.environments.map(({ name }) => name);
  return environments
    .filter(name => !known.includes(name))
    .map(name => ({
      id: 'PL01',
      severity: 'error',
      path: 'environments',
      message: `The platform has no environment ${name}, so nothing would be deployed for it.`,
      fix: `Choose among ${known.join(', ')}.`,
    }));
}

/** A class is for all clusters and all teams, and what it promises never changes. */
function nameIsTaken(
  { storageClasses }: PoolSpec,
  index: number,
  platform: PlatformFacts,
): Finding[] {
  const { name, copies } = storageClasses[index]!;
  const path = `storageClasses.${index}.name`;
  if (storageClasses.findIndex(each => each.name === name) < index) {
    return [
      {
        id: 'PL02',
        severity: 'error',
        path,
        message: `Two classes are called ${name}.`,
        fix: 'Give each a name of its own.',
      },
    ];
  }
  const known = platform.storageClasses.find(each => each.name === name);
  if (known === undefined || known.copies === copies) return [];
  return [
    {
      id: 'PL02',
      severity: 'error',
      path,
      message: `${name} exists and keeps ${known.copies} copies; a class is never changed, so the cluster would refuse it with ${copies}.`,
      fix: `Choose another name, like ${name}-r${copies}.`,
      repair: [{ path, value: `${name}-r${copies}` }],
    },
  ];
}

function singleCopy(
  { name, copies }: PoolStorageClass,
  index: number,
): Finding[] {
  if (copies > 1) return [];
  return [
    {
      id: 'PL03',
      severity: 'warning',
      path: `storageClasses.${index}.copies`,
      message: `Volumes of ${name} have one copy: they are gone with their machine, and their pods wait for it while it is away.`,
      fix: 'Keep two copies, or offer the class for what can be made again only.',
      repair: [{ path: `storageClasses.${index}.copies`, value: 2 }],
    },
  ];
}

function domains(
  answers: PoolStorageClass,
  context: {
    index: number;
    environment: string;
    seen: HardwareClassFit;
    platform: PlatformFacts;
  },
): Finding[] {
  const { index, environment, seen, platform } = context;
  const { name, copies } = answers;
  // Values of other labels are not known here.
  if (
    copies === 1 ||
    differenceOf(answers, platform) !== platform.domainLabel
  ) {
    return [];
  }
  const have = seen.domains.length;
  const path = `storageClasses.${index}.copies`;
  const base = { path, environments: [environment] };
  if (have < copies) {
    return [
      {
        ...base,
        id: 'PL04',
        severity: 'error',
        message: `${name} wants ${copies} copies in different power domains, and the machines in ${environment} stand in ${have}: no volume could be made.`,
        fix: `Ask for ${Math.max(
          1,
          have,
        )} copies, or let copies differ by kubernetes.io/hostname.`,
        repair: [{ path, value: Math.max(1, have) }],
      },
    ];
  }
  if (have === 2 && copies === 2) {
    return [
      {
        ...base,
        id: 'PL04',
        severity: 'warning',
        message: `The tie-breaker of ${name} wants a third power domain, and ${environment} has two: when the link between them is cut, writes may wait on both sides.`,
        fix: 'Let copies differ by kubernetes.io/hostname or by rack, or add a machine in a third domain.',
        repair: [
          {
            path: `storageClasses.${index}.differentBy`,
            value: 'kubernetes.io/hostname',
          },
        ],
      },
    ];
  }
  return [];
}

function reserveFits(
  { reserve }: PoolSpec,
  environment: string,
  { nodes, largestNode }: HardwareClassFit,
): Finding[] {
  if (reserve === undefined) return [];
  const environments = [environment];
  const fits =
    (parseMillicores(reserve.cpu) ?? 0) <= largestNode.cpuMillis &&
    (parseQuantity(reserve.memory) ?? 0) <= largestNode.memoryBytes;
  if (!fits) {
    return [
      {
        id: 'PL05',
        severity: 'error',
        path: 'reserve',
        message: `A placeholder of ${reserve.cpu} CPU and ${reserve.memory} fits on no machine in ${environment}, so it would keep nothing free.`,
        fix: "Write the size of the pool's largest pod.",
        environments,
      },
    ];
  }
  if (reserve.nodes < nodes) return [];
  return [
    {
      id: 'PL05',
      severity: 'warning',
      path: 'reserve.nodes',
      message: `Room is kept on ${reserve.nodes} machines, and ${environment} has ${nodes}: when one dies, a placeholder waits for good.`,
      fix: `Keep room on ${Math.max(1, nodes - 1)} or fewer.`,
      // Nothing less than one machine can be asked for.
      ...(nodes > 1 && {
        repair: [{ path: 'reserve.nodes', value: nodes - 1 }],
      }),
      environments,
    },
  ];
}

function movingTag(image: string, index: number): Finding[] {
  if (!image.endsWith(':latest')) return [];
  return [
    {
      id: 'PL06',
      severity: 'error',
      path: `images.${index}`,
      message: `${image} names another image tomorrow, and machines that pulled it keep the old one.`,
      fix: 'Name a version, or a digest.',
    },
  ];
}
