import { planService, serviceSpecSchema } from '@baremetal/golden-path';
import { simulatedFacts } from '@baremetal/platform-sim';

const ROUNDS = 100;
/** Until the engine has compiled what is hot: a backend that has planned a few services is measured. */
const WARM_UP = 100;

const platform = simulatedFacts('https://git.example');

/** Milliseconds from answers to a checked, rendered repository of three overlays with a store beside the service. */
export async function run(): Promise<Record<string, number>> {
  const once = (i: number) => {
    const size = {
      cpu: '250m',
      memory: '256Mi',
      storageClass: 'lvm-thick-r2',
      size: '10Gi',
    };
    const spec = serviceSpecSchema.parse({
      name: `orders-${i}`,
      owner: 'group:default/team-shop',
      image: {
        repository: `registry.example/shop/orders-${i}`,
        digest: `sha256:${'0'.repeat(64)}`,
      },
      hardwareClass: 'compute',
      environments: [
        { name: 'dev', replicas: 1, ...size },
        { name: 'stage', replicas: 2, ...size },
        { name: 'prod', replicas: 4, ...size },
      ],
      data: { shape: 'storeBeside' },
      repo: { host: 'git.example', owner: 'shop', name: `orders-${i}` },
    });
    const plan = planService(spec, platform);
    const wrong = plan.findings.filter(finding => finding.severity === 'error');
    if (wrong.length > 0 || plan.environments.length !== 3) {
      throw new Error(
        `the benchmark's spec is refused: ${JSON.stringify(wrong)}`,
      );
    }
  };
  for (let i = 0; i < WARM_UP; i++) once(i);
  const begun = performance.now();
  for (let i = 0; i < ROUNDS; i++) once(WARM_UP + i);
  const msPerRepo = (performance.now() - begun) / ROUNDS;
  return { msPerRepo: Number(msPerRepo.toFixed(2)) };
}
