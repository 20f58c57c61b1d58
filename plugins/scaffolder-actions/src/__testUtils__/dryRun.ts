import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { baremetalServiceRef } from '@baremetal/backstage-plugin-baremetal-node';
import { parse } from 'yaml';
import { scaffolderModuleBaremetal } from '../module';
import { fakeBaremetal } from './fakes';

export const TEMPLATES = resolve(__dirname, '../../../../templates');

/** What came of a dry run. */
export interface DryRun {
  readonly status: number;
  readonly error?: unknown;
  /** Lines of its log. */
  readonly log: readonly string[];
  /** What the steps wrote, by path. */
  readonly files: ReadonlyMap<string, string>;
}

/** A scaffolder with our module, and a group of developers in its catalog. */
export function startScaffolder(): Promise<TestBackend> {
  return startTestBackend({
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
}

export function readTemplate(template: string) {
  return parse(
    readFileSync(join(TEMPLATES, template, 'template.yaml'), 'utf8'),
  );
}

/** Tries a template as the page for that does it. */
export async function dryRun(
  { server }: TestBackend,
  template: string,
  values: object,
): Promise<DryRun> {
  const { port } = server.address() as { port: number };
  const answer = await fetch(
    `http://localhost:${port}/api/scaffolder/v2/dry-run`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        template: readTemplate(template),
        values,
        directoryContents: contentsOf(template),
      }),
    },
  );
  const {
    error,
    errors,
    log = [],
    directoryContents = [],
  } = await answer.json();
  return {
    status: answer.status,
    error: error ?? errors,
    log: log.map((line: { body: { message: string } }) => line.body.message),
    files: new Map(
      directoryContents.map(
        ({ path, base64Content }: { path: string; base64Content: string }) => [
          path,
          Buffer.from(base64Content, 'base64').toString('utf8'),
        ],
      ),
    ),
  };
}

function contentsOf(template: string) {
  const folder = join(TEMPLATES, template);
  return filesBelow(folder).map(path => ({
    path,
    base64Content: readFileSync(join(folder, path)).toString('base64'),
  }));
}

/** Paths of all files of a folder, those with a dot included. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true })
    .map(String)
    .filter(path => statSync(join(folder, path)).isFile());
}
