import {
  judge,
  parseServiceSpec,
  renderService,
  type ServiceAnswers,
  type Subject,
  subjectOf,
} from '@baremetal/golden-path';
import { simulatedFacts } from '@baremetal/platform-sim';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const SUBJECTS = 120;
const WARM_UP = 1_000;
const ROUNDS = 10_000;

const platform = simulatedFacts('https://git.example');

/** What services keep, in the shapes that make different objects. */
const DATA: readonly ServiceAnswers['data'][] = [
  { shape: 'nothing' },
  { shape: 'storeBeside' },
  { shape: 'ownFiles' },
  { shape: 'scratch' },
];

/**
 * How many specs per second all rules judge, once their repositories are rendered (which `render` measures), and
 * whether judging leaves anything behind.
 */
export async function run(): Promise<Record<string, number>> {
  const subjects = Array.from({ length: SUBJECTS }, (_, at) => subjectNo(at));
  for (let at = 0; at < WARM_UP; at += 1) judge(subjects[at % SUBJECTS]!);
  const heapBefore = heapInUse();
  const begun = performance.now();
  for (let at = 0; at < ROUNDS; at += 1) {
    judge(subjects[at % SUBJECTS]!);
  }
  const seconds = (performance.now() - begun) / 1000;
  const heapGrowth = heapInUse() - heapBefore;
  return {
    specsPerSecond: Math.round(ROUNDS / seconds),
    heapGrowthMb: Math.round((heapGrowth / 2 ** 20) * 100) / 100,
  };
}

function subjectNo(at: number): Subject {
  const size = {
    cpu: '250m',
    memory: '256Mi',
    storageClass: 'lvm-thick-r2',
    size: '10Gi',
  };
  const parsed = parseServiceSpec({
    name: `orders-${at}`,
    owner: 'group:default/team-shop',
    image: {
      repository: `registry.example/shop/orders-${at}`,
      digest: `sha256:${'0'.repeat(64)}`,
    },
    hardwareClass: 'compute',
    environments: [
      { name: 'dev', replicas: 1 + (at % 3), ...size },
      { name: 'stage', replicas: 2, ...size },
      { name: 'prod', replicas: 2 + (at % 5), ...size },
    ],
    data: DATA[at % DATA.length],
    repo: { host: 'git.example', owner: 'shop', name: `orders-${at}` },
  } satisfies ServiceAnswers);
  if (!parsed.ok) {
    throw new Error(
      `the benchmark's answers are refused: ${JSON.stringify(parsed.findings)}`,
    );
  }
  const { spec } = parsed;
  return subjectOf({ spec, platform, files: renderService(spec, platform) });
}

/** After everything that nobody holds any more has been collected. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}
