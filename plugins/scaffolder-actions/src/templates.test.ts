import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { TestBackend } from '@backstage/backend-test-utils';
import { parseAllDocuments } from 'yaml';
import {
  dryRun,
  filesBelow,
  readTemplate,
  startScaffolder,
  TEMPLATES,
} from './__testUtils__/dryRun';

const HOSTILE = 'Billing: "invoices" & co #1';
const SIZE = {
  cpu: '250m',
  memory: '256Mi',
  storageClass: 'lvm-thin',
  size: '5Gi',
};

interface Page {
  readonly [answer: string]: unknown;
}

/** The form's pages as somebody leaves them who changes little. */
function pages(runtime: Page = {}, delivery: Page = {}, repository: Page = {}) {
  return {
    identity: {
      name: 'orders',
      owner: 'group:default/team-shop',
      description: HOSTILE,
    },
    runtime: {
      hardwareClass: 'compute',
      environments: [
        { name: 'dev', replicas: 2, ...SIZE },
        { name: 'stage', replicas: 2, ...SIZE },
        { name: 'prod', replicas: 3, ...SIZE },
      ],
      ...runtime,
    },
    delivery: {
      steps: [{ setWeight: 50 }, { pause: { duration: '1m' } }],
      ...delivery,
    },
    repository: {
      host: 'git.example',
      owner: 'shop',
      name: 'orders',
      acknowledged: ['PD07', 'PD16', 'AS07'],
      ...repository,
    },
  };
}

const QUEUE = {
  kind: 'keda',
  triggers: [{ type: 'queue', query: 'sum(queue)', perPod: 10 }],
};

const CASES: [template: string, what: string, values: object, file: string][] =
  [
    ['http-service', 'a canary', pages(), 'src/main.ts'],
    ['http-service', 'Go', pages({ language: 'go' }), 'main.go'],
    [
      'http-service',
      'a store, the Gateway and a chart',
      pages(
        { data: { shape: 'storeBeside' } },
        { exposure: { kind: 'gatewayApi' } },
        { packaging: 'helm' },
      ),
      'deploy/chart/Chart.yaml',
    ],
    [
      'http-service',
      'blue/green with a migration',
      pages(
        {},
        {
          strategy: 'blueGreen',
          migration: { command: ['npm', 'run', 'up'], expandContract: true },
        },
      ),
      'deploy/base/migration-job.yaml',
    ],
    [
      'stateful-service',
      'files and snapshots',
      pages({ data: { shape: 'ownFiles' }, snapshots: {} }),
      'src/files.ts',
    ],
    [
      'queue-worker',
      'a queue',
      pages({ scaling: QUEUE }, { strategy: 'rolling' }),
      'src/queue.ts',
    ],
    [
      'scheduled-job',
      'every night',
      pages({ job: { schedule: '0 3 * * *' } }, { strategy: 'rolling' }),
      'src/job.ts',
    ],
  ];

/** The least that a caller of the API may send, who never sees the form. */
const LEAST = {
  identity: { name: 'orders', owner: 'group:default/team-shop' },
  runtime: {
    hardwareClass: 'compute',
    environments: ['dev', 'stage', 'prod'].map(name => ({
      name,
      replicas: 3,
      cpu: '250m',
      memory: '256Mi',
    })),
  },
  delivery: {},
  repository: {
    host: 'git.example',
    owner: 'shop',
    name: 'orders',
    acknowledged: ['PD07', 'PD16', 'AS07'],
  },
};

let backend: TestBackend;
beforeAll(async () => {
  backend = await startScaffolder();
  // A whole backend on a busy machine.
}, 60_000);
afterAll(() => backend?.stop());

/** Helm's templates are no YAML before they are rendered. */
function isBrokenYaml([path, text]: [string, string]): boolean {
  return (
    /\.ya?ml$/.test(path) &&
    !path.startsWith('deploy/chart/templates/') &&
    parseAllDocuments(text).some(({ errors }) => errors.length > 0)
  );
}

function holdsPlaceholder([path, text]: [string, string]): boolean {
  return !path.startsWith('.github/') && text.includes('${{ values');
}

describe('templates', () => {
  it.each(CASES)('%s makes %s', async (template, _, values, expected) => {
    const { status, error, log, files } = await dryRun(
      backend,
      template,
      values,
    );
    expect({
      status,
      error,
      failed: log.filter(text => /failed/i.test(text)),
    }).toEqual({ status: 200, failed: [] });
    for (const path of [
      expected,
      'README.md',
      'Containerfile',
      'catalog-info.yaml',
      'argocd/applicationset.yaml',
      '.github/workflows/ci.yaml',
      '.baremetal/golden-path.yaml',
    ]) {
      expect([...files.keys()]).toContain(path);
    }
    const skeleton = files.has('go.mod') ? 'skeleton-go' : 'skeleton';
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(filesBelow(join(TEMPLATES, template, skeleton))),
    );
    expect([...files].filter(isBrokenYaml)).toEqual([]);
    expect([...files].filter(holdsPlaceholder)).toEqual([]);
    expect(files.get('README.md')).toContain(HOSTILE);
  });

  it.each([
    'http-service',
    'stateful-service',
    'queue-worker',
    'scheduled-job',
  ])('%s ships a lock file of the packages that it names', async template => {
    const { files } = await dryRun(backend, template, LEAST);
    const read = (path: string) => JSON.parse(files.get(path) ?? '');
    const { name, version, engines, dependencies, devDependencies } =
      read('package.json');
    const lock = read('package-lock.json');
    // What `npm ci` compares before it installs anything.
    expect(lock.packages['']).toEqual({
      name,
      version,
      engines,
      dependencies,
      devDependencies,
    });
    // From whichever registry the reader has, and no other bytes.
    const { '': _, ...packages } = lock.packages;
    expect(Object.keys(packages)).not.toEqual([]);
    for (const entry of Object.values(packages)) {
      expect(entry).not.toHaveProperty('resolved');
      expect(entry).toHaveProperty('integrity');
    }
  });

  it.each<[template: string, file: string, text: string | RegExp]>([
    ['http-service', 'deploy/base/rollout.yaml', 'kind: Rollout'],
    [
      'stateful-service',
      'deploy/base/statefulset.yaml',
      /volumeClaimTemplates:[^]*ReadWriteOncePod/,
    ],
    ['queue-worker', 'deploy/base/deployment.yaml', 'kind: Deployment'],
    ['scheduled-job', 'deploy/base/cronjob.yaml', 'schedule: 0 3 * * *'],
  ])('%s makes what it is for of the least of answers', async (...row) => {
    const [template, file, text] = row;
    const { status, error, files } = await dryRun(backend, template, LEAST);
    expect({ status, error }).toEqual({ status: 200 });
    expect([...files.keys()]).toContain(file);
    expect(files.get(file)).toMatch(text);
  });

  it.each(['stateful-service', 'queue-worker', 'scheduled-job'])(
    '%s has no source in Go, and says so',
    async template => {
      const { error } = await dryRun(
        backend,
        template,
        pages({ language: 'go' }),
      );
      expect(JSON.stringify(error)).toMatch(
        /TEMPLATE-LANGUAGE language: This template has source code in typescript only/,
      );
    },
  );

  // The others propose to repositories that exist; proposals.test.ts tries them.
  it.each(
    readdirSync(TEMPLATES).filter(
      name => !['add-deployment', 'platform-pool'].includes(name),
    ),
  )('%s is tried above', template => {
    expect(CASES.map(([name]) => name)).toContain(template);
  });

  it.each(['stateful-service', 'queue-worker', 'scheduled-job'])(
    '%s does after the source what an HTTP service does',
    template => {
      const after = (name: string) =>
        readTemplate(name).spec.steps.filter(
          ({ id }: { id: string }) => !['plan', 'source'].includes(id),
        );
      expect(after(template)).toEqual(after('http-service'));
    },
  );

  it('refuses what the rules refuse, by name and with the way out', async () => {
    const { error } = await dryRun(
      backend,
      'http-service',
      pages({ disruption: { maxUnavailable: 0 } }),
    );
    expect(JSON.stringify(error)).toMatch(/AV01/);
  });
});
