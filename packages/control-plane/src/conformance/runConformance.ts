import { buildControlPlane } from '../build/buildControlPlane';
import {
  type ControlPlane,
  startControlPlane,
} from '../start/startControlPlane';
import { apiPart } from './apiPart';
import { argocdPart } from './argocd/argocdPart';
import { gitPart } from './gitPart';
import { helmPart } from './helmPart';
import { journeyPart } from './journey/journeyPart';
import { manifestsPart } from './manifestsPart';
import type { Part, PartContext } from './part';
import { refusalsPart } from './refusals/refusalsPart';
import { renderPart } from './renderPart';
import { watchPart } from './watchPart';

const PARTS: readonly Part[] = [
  renderPart,
  helmPart,
  apiPart,
  gitPart,
  manifestsPart,
  refusalsPart,
  watchPart,
  argocdPart,
  journeyPart,
];

export interface ConformanceOptions {
  /** Names of parts; all when empty. */
  readonly parts: readonly string[];
  /** The whole product of answers and the heavy oracles. */
  readonly full: boolean;
}

/**
 * Holds the product, and the embedded platform, to the real parts. Ends with `N passed, N failed` and leaves nothing
 * running.
 *
 * @returns exit code
 */
export async function runConformance(
  options: ConformanceOptions,
): Promise<number> {
  const unknown = options.parts.find(
    name => !PARTS.some(part => part.name === name),
  );
  if (unknown !== undefined) {
    throw new Error(
      `There is no part "${unknown}"; there are:\n${PARTS.map(
        p => `  ${p.name.padEnd(10)} ${p.words}`,
      ).join('\n')}`,
    );
  }
  const say = (words: string) => process.stdout.write(`${words}\n`);
  await buildControlPlane(say);
  let passed = 0;
  let failed = 0;
  let running: ControlPlane | undefined;
  const stop = async () => {
    await running?.stop();
    running = undefined;
  };
  const interrupted = () => {
    stop().finally(() => process.exit(130));
  };
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  try {
    for (const part of PARTS) {
      const isAsked =
        options.parts.length > 0
          ? options.parts.includes(part.name)
          : !part.heavy || options.full;
      if (!isAsked) continue;
      const begun = Date.now();
      say(`\n== ${part.name}: ${part.words}`);
      if (part.needs !== 'none') {
        running = await startControlPlane({
          parts: part.needs,
          say: words => say(`   ${words}`),
        });
      }
      const started = running;
      const context: PartContext = {
        full: options.full,
        say: (words: string) => say(`   ${words}`),
        platform: () => required(started, part),
      };
      const results = await runCases(part, context, say);
      passed += results.filter(Boolean).length;
      failed += results.filter(ok => !ok).length;
      await stop();
      say(`== ${part.name}: ${Math.round((Date.now() - begun) / 1000)} s`);
    }
  } finally {
    process.off('SIGINT', interrupted);
    process.off('SIGTERM', interrupted);
    await stop();
  }
  say(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

function required(started: ControlPlane | undefined, part: Part): ControlPlane {
  if (started === undefined) {
    throw new Error(`${part.name} said that it needs no platform`);
  }
  return started;
}

/** @returns for each case whether it held */
async function runCases(
  part: Part,
  context: PartContext,
  say: (words: string) => void,
): Promise<boolean[]> {
  const results: boolean[] = [];
  const running = new Set<Promise<void>>();
  for await (const { name, run } of part.cases(context)) {
    const one = run()
      .then(
        () => {
          results.push(true);
          say(`   ok      ${name}`);
        },
        error => {
          results.push(false);
          say(`   FAILED  ${name}\n${indent(error)}`);
        },
      )
      .finally(() => running.delete(one));
    running.add(one);
    if (running.size >= (part.atOnce ?? 1)) await Promise.race(running);
  }
  await Promise.all(running);
  return results;
}

function indent(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text
    .split('\n')
    .slice(0, 60)
    .map(line => `           ${line}`)
    .join('\n');
}
