import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run } from '../run';
import { findBrowser } from './browser';
import { checkTypes } from './types';

/** What one kind of check counted. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
}

interface Stage {
  readonly name: string;
  readonly run: () => Promise<Count>;
}

const STAGES: readonly Stage[] = [
  {
    name: 'format',
    run: () =>
      asOne(run('yarn', ['prettier', '--check', '--loglevel', 'warn', '.'])),
  },
  {
    name: 'lint',
    run: () =>
      asOne(
        run('yarn', ['backstage-cli', 'repo', 'lint', '--max-warnings', '0']),
      ),
  },
  { name: 'types', run: () => asOne(checkTypes([])) },
  { name: 'unit', run: jest },
  { name: 'journeys', run: journeys },
];

/** `./dev test [stage…]`: all checks in order, ending at the first that fails. */
export async function test(args: readonly string[]): Promise<number> {
  const unknown = args.find(arg => !STAGES.some(({ name }) => name === arg));
  if (unknown !== undefined) {
    throw new Error(
      `There is no "${unknown}" among ${STAGES.map(s => s.name).join(', ')}.`,
    );
  }
  let passed = 0;
  let failed = 0;
  for (const stage of STAGES) {
    if (args.length > 0 && !args.includes(stage.name)) continue;
    const begun = Date.now();
    process.stdout.write(`\n== ${stage.name}\n`);
    const count = await stage.run();
    passed += count.passed;
    failed += count.failed;
    process.stdout.write(
      `== ${stage.name}: ${Math.round((Date.now() - begun) / 1000)} s\n`,
    );
    if (count.failed > 0) break;
  }
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

async function asOne(code: Promise<number>): Promise<Count> {
  return (await code) === 0
    ? { passed: 1, failed: 0 }
    : { passed: 0, failed: 1 };
}

async function jest(): Promise<Count> {
  const report = fresh('jest.json');
  const seed = process.env.PROPERTY_SEED ?? seedOfCommit();
  process.stdout.write(`property tests start from PROPERTY_SEED=${seed}\n`);
  const code = await run(
    'yarn',
    [
      'backstage-cli',
      'repo',
      'test',
      '--ci',
      '--maxWorkers=2',
      '--json',
      `--outputFile=${report}`,
    ],
    {
      env: {
        NODE_OPTIONS: '--experimental-vm-modules',
        CI: 'true',
        PROPERTY_SEED: seed,
      },
    },
  );
  const { numPassedTests, numFailedTests, numFailedTestSuites } = read<{
    numPassedTests: number;
    numFailedTests: number;
    numFailedTestSuites: number;
  }>(report, code);
  // A suite that does not load fails without a failed test.
  const failed = Math.max(
    numFailedTests,
    numFailedTestSuites,
    code === 0 ? 0 : 1,
  );
  return { passed: numPassedTests, failed };
}

/** Every commit tries other answers, and whoever tests it again tries the same ones. */
function seedOfCommit(): string {
  const { stdout } = spawnSync('git', ['rev-parse', '--short=7', 'HEAD'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  // Sources without a repository: any number will do.
  return String(parseInt(stdout?.slice(0, 7) || '1', 16));
}

async function journeys(): Promise<Count> {
  const { path, words } = findBrowser();
  process.stdout.write(`browser: ${words}\n`);
  const report = fresh('playwright.json');
  const code = await run(
    'yarn',
    ['workspace', '@baremetal/dev', 'run', 'playwright', 'test'],
    {
      env: {
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        ...(path ? { CHROMIUM_PATH: path } : {}),
      },
    },
  );
  const { stats } = read<{
    stats: { expected: number; unexpected: number; flaky: number };
  }>(report, code);
  return {
    passed: stats.expected,
    failed: Math.max(stats.unexpected + stats.flaky, code === 0 ? 0 : 1),
  };
}

function fresh(name: string): string {
  const dir = join(ROOT, '.dev/test');
  mkdirSync(dir, { recursive: true });
  rmSync(join(dir, name), { force: true });
  return join(dir, name);
}

function read<T>(report: string, code: number): T {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    throw new Error(`The test runner ended with ${code} and left no report.`);
  }
}
