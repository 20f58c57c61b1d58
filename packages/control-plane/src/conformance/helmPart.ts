import { deepStrictEqual, match, rejects } from 'node:assert';
import { execFile } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import {
  type FileTree,
  type Manifest,
  renderEnvironment,
  renderService,
  type ServiceSpec,
} from '@baremetal/golden-path';
import { parse, parseAllDocuments } from 'yaml';
import { program } from '../build/cache';
import {
  answerMatrix,
  PLATFORM_FACTS,
  specIn,
  wholeMatrix,
} from './answerMatrix';
import type { Case, Part } from './part';
import { byKey, kustomize } from './renderPart';

const execute = promisify(execFile);

const RECORDED = join(
  __dirname,
  '../../../golden-path/src/packaging/render/__fixtures__/actions.yaml',
);

/** Charts, held to Helm's own render, and Helm's render to that of kustomize, object by object. */
export const helmPart: Part = {
  name: 'helm',
  words:
    'charts render as Helm renders them, and to the objects that kustomize renders',
  needs: 'none',
  // Two programs that are waited for, each on a core of its own.
  atOnce: 4,
  *cases({ full }) {
    for (const { name, plan } of full ? wholeMatrix() : answerMatrix()) {
      const chart = renderService(packaged(plan.files), PLATFORM_FACTS);
      for (const { environment, namespace } of plan.environments) {
        yield {
          name: `${name}: ${environment}`,
          run: async () => {
            const overlay = `deploy/overlays/${environment}`;
            const theirs = byKey(await helm(chart, environment, namespace));
            const ours = renderEnvironment(chart, overlay, namespace);
            deepStrictEqual(byKey(ours), theirs);
            deepStrictEqual(
              theirs,
              byKey(await kustomize(plan.files, overlay)),
            );
          },
        };
      }
    }
    yield* recordedActions();
    yield* edited();
  },
};

/** What the renderer's own tests take for Helm's answers, asked again of Helm. */
function* recordedActions(): Iterable<Case> {
  const recorded: Record<
    string,
    { template: string; values?: string; d?: unknown }
  > = parse(readFileSync(RECORDED, 'utf8'));
  const chart = renderService(
    packaged(answerMatrix()[0]?.plan.files ?? new Map()),
    PLATFORM_FACTS,
  );
  const helpers = 'deploy/chart/templates/_helpers.tpl';
  for (const [name, { template, values = '', d }] of Object.entries(recorded)) {
    yield {
      name: `recorded: ${name}`,
      run: async () => {
        const files = new Map([
          [
            'deploy/chart/Chart.yaml',
            'apiVersion: v2\nname: x\nversion: 0.1.0\n',
          ],
          ['deploy/chart/values.yaml', 'a: { b: one, c: two }\nempty: {}\n'],
          [helpers, chart.get(helpers) ?? ''],
          [
            'deploy/chart/templates/x.yaml',
            `apiVersion: v1\nkind: Thing\nmetadata: {name: x}\n${template}`,
          ],
          ['deploy/overlays/prod/values.yaml', values],
        ]);
        const [object] = await helm(files, 'prod', 'x-prod');
        deepStrictEqual(object?.d, d);
      },
    };
  }
}

const REFUSED: readonly (readonly [
  name: string,
  change: (text: string) => string,
  reason: RegExp,
])[] = [
  [
    'a tag that is a number',
    text => text.replace(/tag: ".*"/, 'tag: 1.10'),
    /should be of the type string/,
  ],
  [
    'a setting that is a number',
    text => `${text}  WORKERS: 4\n`,
    /should be of the type string/,
  ],
  [
    'a value that the chart does not know',
    text => `${text}replica: 3\n`,
    /does not know/,
  ],
  [
    'a value that is missing',
    text => text.replace(/^config:\n( .*\n)*/m, ''),
    /says nothing for config/,
  ],
];

/** What people write into values, and what Helm makes of it. */
function* edited(): Iterable<Case> {
  const [first] = answerMatrix();
  if (first === undefined) return;
  const files = renderService(packaged(first.plan.files), PLATFORM_FACTS);
  const path = 'deploy/overlays/prod/values.yaml';
  const namespace = first.plan.environments.at(-1)?.namespace ?? 'default';
  const withValues = (change: (text: string) => string) =>
    new Map(files).set(path, change(files.get(path) ?? ''));
  yield {
    name: 'settings in words that YAML and Go read otherwise',
    run: async () => {
      const tree = withValues(
        text =>
          `${text}  ODD: "a <b> & c \\u2028 {{ x }}"\n  ON: "on"\n  TEXT: |\n    two\n\n    lines\n`,
      );
      deepStrictEqual(
        byKey(renderEnvironment(tree, 'deploy/overlays/prod', namespace)),
        byKey(await helm(tree, 'prod', namespace)),
      );
    },
  };
  for (const [name, change, reason] of REFUSED) {
    yield {
      name: `refused by both: ${name}`,
      run: async () => {
        const tree = withValues(change);
        await rejects(helm(tree, 'prod', namespace), /values/);
        await rejects(async () => {
          renderEnvironment(tree, 'deploy/overlays/prod', namespace);
        }, reason);
      },
    };
  }
  yield {
    name: 'lint has nothing to say',
    run: async () => {
      const said = await inFolder(files, dir =>
        execute(program('helm'), [
          'lint',
          join(dir, 'deploy/chart'),
          ...['--values', join(dir, path)],
          '--strict',
        ]),
      );
      match(said.stdout, /0 chart\(s\) failed/);
    },
  };
}

/** The same answers, to be packaged as a chart. */
function packaged(files: FileTree): ServiceSpec {
  return { ...specIn(files), packaging: 'helm' };
}

/** Renders the chart with the values of an environment, by the real Helm. */
export async function helm(
  files: FileTree,
  environment: string,
  namespace: string,
): Promise<Manifest[]> {
  const { stdout } = await inFolder(files, dir =>
    execute(
      program('helm'),
      [
        ...['template', 'release', join(dir, 'deploy/chart')],
        ...['--namespace', namespace],
        '--values',
        join(dir, `deploy/overlays/${environment}/values.yaml`),
      ],
      { maxBuffer: 64 * 2 ** 20 },
    ),
  );
  return parseAllDocuments(stdout, { version: '1.1' }).flatMap(
    document => document.toJS() ?? [],
  );
}

async function inFolder<T>(
  files: FileTree,
  work: (dir: string) => Promise<T>,
): Promise<T> {
  const dir = mkdtempSync(join(tmpdir(), 'helm-'));
  try {
    for (const [path, text] of files) {
      const file = join(dir, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return await work(dir);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
