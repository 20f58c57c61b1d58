import { answers, environments, PLATFORM, specOf } from './rules/goodAnswers';
import { checkFiles, planAnswers, planService } from './plan';

const KEEPING = environments({ storageClass: 'lvm-thin', size: '10Gi' });
const errorsOf = (findings: readonly { severity: string }[]) =>
  findings.filter(({ severity }) => severity === 'error');

describe('planService', () => {
  it('keeps two services apart: no object has the same key', () => {
    const keysOf = (name: string) =>
      planService(
        {
          ...specOf({ data: { shape: 'storeBeside' }, environments: KEEPING }),
          name,
        },
        PLATFORM,
      ).environments.flatMap(({ objects }) =>
        objects.map(
          ({ kind, metadata }) =>
            `${kind} ${metadata.namespace}/${metadata.name}`,
        ),
      );
    const orders = new Set(keysOf('orders'));
    expect(keysOf('billing').filter(key => orders.has(key))).toEqual([]);
    expect(orders.size).toBe(keysOf('orders').length);
  });

  it('counts the most that runs at once, store and copies included', () => {
    const spec = specOf({
      data: { shape: 'storeBeside' },
      environments: environments({
        storageClass: 'lvm-thick-r3',
        size: '10Gi',
        memory: '128Mi',
      }),
    });
    const mebi = 2 ** 20;
    expect(planService(spec, PLATFORM).peaks[2]).toEqual({
      environment: 'prod',
      // Five, two more in the surge of a quarter, and the store.
      pods: 8,
      // The store needs twice the memory of a pod.
      places: 9,
      cpuMillis: 8 * 250,
      memoryBytes: 7 * 128 * mebi + 256 * mebi,
      storageBytes: 3 * 10 * 2 ** 30,
    });
  });
});

describe('checkFiles', () => {
  it('judges what is in the repository, whatever was planned', () => {
    const spec = specOf();
    const files = new Map(planService(spec, PLATFORM).files);
    expect(checkFiles(files, { spec, platform: PLATFORM }).findings).toEqual(
      [],
    );

    files.set('deploy/overlays/prod/kustomization.yaml', 'resources: [\n');
    const { findings, environments: rendered } = checkFiles(files, {
      spec,
      platform: PLATFORM,
    });
    expect(rendered.map(({ environment }) => environment)).toEqual([
      'dev',
      'stage',
    ]);
    expect(findings).toEqual([
      {
        id: 'KU04',
        severity: 'error',
        path: 'deploy/overlays/prod/kustomization.yaml',
        message: expect.stringMatching(
          /^The overlay of prod cannot be rendered: is not YAML: /,
        ),
        fix: expect.any(String),
        environments: ['prod'],
      },
    ]);
  });
});

describe('planAnswers', () => {
  it('says everything at once: one badly formed answer hides nothing', () => {
    const result = planAnswers(
      answers({
        name: 'Orders',
        data: { shape: 'sharedFiles', accessMode: 'ReadWriteOnce' },
        environments: KEEPING,
        disruption: { minAvailable: 5 },
      }),
      PLATFORM,
    );
    expect(result.ok).toBe(false);
    const findings = result.ok ? [] : result.findings;
    expect(errorsOf(findings).map(f => (f as any).id)).toEqual([
      'CA02',
      'ST01',
      'AV01',
    ]);
  });

  it('judges nothing by what it put in the place of a refused answer', () => {
    const result = planAnswers(
      answers({
        hardwareClass: '',
        data: { shape: 'storeBeside' },
        environments: environments({ storageClass: 'lvm-thin', size: '10GB' }),
        delivery: { steps: [{ setWeight: 140 }] },
      }),
      PLATFORM,
    );
    const findings = result.ok ? [] : result.findings;
    expect(errorsOf(findings)).toMatchObject([
      { id: 'SPEC', path: 'hardwareClass' },
      { id: 'ST07', path: 'environments.dev.size', fix: 'Write 10Gi.' },
      { id: 'ST07', path: 'environments.stage.size' },
      { id: 'ST07', path: 'environments.prod.size' },
      { id: 'PD06', path: 'delivery.steps.0' },
    ]);
  });

  it('plans good answers', () => {
    const result = planAnswers(answers(), PLATFORM);
    expect(result).toMatchObject({
      ok: true,
      spec: { name: 'orders' },
      plan: { findings: [] },
    });
  });
});
