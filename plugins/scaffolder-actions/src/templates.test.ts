import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { baremetalServiceRef } from '@baremetal/backstage-plugin-baremetal-node';
import { parse, parseAllDocuments } from 'yaml';
import { fakeBaremetal } from './__testUtils__/fakes';
import { scaffolderModuleBaremetal } from './module';

const TEMPLATES = resolve(__dirname, '../../../templates');

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

let backend: TestBackend;
beforeAll(async () => {
  backend = await startTestBackend({
    features: [
      import('@backstage/plugin-scaffolder-backend'),
      scaffolderModuleBaremetal,
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Group',
            metadata: { name: 'team-shop', namespace: 'default' },
            spec: { type: 'team', children: [] },
          },
        ],
      }),
      createServiceFactory({
        service: baremetalServiceRef,
        deps: {},
        factory: () => fakeBaremetal(),
      }),
      mockServices.rootConfig.factory({
        data: {
          backend: { baseUrl: 'http://localhost:0' },
          baremetal: {
            git: { kind: 'gitea', url: 'https://git.example', token: 'none' },
          },
        },
      }),
    ],
  });
});
afterAll(() => backend?.stop());

/** A template's folder, as the page that tries templates sends it. */
function contentsOf(template: string) {
  const folder = join(TEMPLATES, template);
  return readdirSync(folder, { recursive: true })
    .map(path => join(folder, String(path)))
    .filter(path => statSync(path).isFile())
    .map(path => ({
      path: relative(folder, path),
      base64Content: readFileSync(path).toString('base64'),
    }));
}

async function dryRun(template: string, values: object) {
  const { port } = backend.server.address() as { port: number };
  const answer = await fetch(
    `http://localhost:${port}/api/scaffolder/v2/dry-run`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        template: parse(
          readFileSync(join(TEMPLATES, template, 'template.yaml'), 'utf8'),
        ),
        values,
        directoryContents: contentsOf(template),
      }),
    },
  );
  const body = (await answer.json()) as {
    directoryContents?: { path: string; base64Content: string }[];
    error?: unknown;
    errors?: unknown;
    log?: { body: { message: string; status?: string } }[];
  };
  return { status: answer.status, body };
}

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
    const { status, body } = await dryRun(template, values);
    const said = (body.log ?? []).map(({ body: { message } }) => message);
    const wrong = body.error ?? body.errors;
    expect({
      status,
      wrong,
      failed: said.filter(text => /failed/i.test(text)),
    }).toEqual({ status: 200, failed: [] });
    const files = new Map(
      (body.directoryContents ?? []).map(({ path, base64Content }) => [
        path,
        Buffer.from(base64Content, 'base64').toString('utf8'),
      ]),
    );
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
    expect([...files].filter(isBrokenYaml)).toEqual([]);
    expect([...files].filter(holdsPlaceholder)).toEqual([]);
    expect(files.get('README.md')).toContain(HOSTILE);
  });

  // Pools are proposed to a repository that exists; proposals.test.ts tries them.
  it.each(readdirSync(TEMPLATES).filter(name => name !== 'platform-pool'))(
    '%s is tried above',
    template => {
      expect(CASES.map(([name]) => name)).toContain(template);
    },
  );

  it('refuses what the rules refuse, by name and with the way out', async () => {
    const { body } = await dryRun(
      'http-service',
      pages({ disruption: { maxUnavailable: 0 } }),
    );
    expect(JSON.stringify(body)).toMatch(/AV01/);
  });
});
