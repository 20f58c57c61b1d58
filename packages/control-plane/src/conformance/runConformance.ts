import { buildControlPlane } from '../build/buildControlPlane';
import {
  type ControlPlane,
  type ControlPlaneOptions,
  startControlPlane,
} from '../start/startControlPlane';
import { apiPart } from './apiPart';
import { argocdPart } from './argocd/argocdPart';
import { checkersPart } from './checkersPart';
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
  checkersPart,
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
  refuseUnknown(options.parts);
  const say = (words: string) => process.stdout.write(`${words}\n`);
  await buildControlPlane(say);
  let running: ControlPlane | undefined;
  const stop = async () => {
    await running?.stop();
    running = undefined;
  };
  const start = async (parts: ControlPlaneOptions['parts']) => {
    running = await startControlPlane({
      parts,
      say: words => say(`   ${words}`),
    });
    return running;
  };
  const interrupted = () => {
    stop().finally(() => process.exit(130));
  };
  process.once('SIGINT', interrupted);
  process.once('SIGTERM', interrupted);
  const results: boolean[] = [];
  try {
    for (const part of PARTS) {
      const isAsked =
        options.parts.length === 0 || options.parts.includes(part.name);
      if (!isAsked) continue;
      results.push(
        ...(await runPart(part, { full: options.full, say, start })),
      );
      await stop();
    }
  } finally {
    process.off('SIGINT', interrupted);
    process.off('SIGTERM', interrupted);
    await stop();
  }
  const failed = results.filter(held => !held).length;
  say(`\n${results.length - failed} passed, ${failed} failed`);
  return failed === 0 && results.length > 0 ? 0 : 1;
}

function refuseUnknown(parts: readonly string[]) {
  const unknown = parts.find(name => !PARTS.some(part => part.name === name));
  if (unknown === undefined) return;
  throw new Error(
    `There is no part "${unknown}"; there are:\n${PARTS.map(
      p => `  ${p.name.padEnd(10)} ${p.words}`,
    ).join('\n')}`,
  );
}

/** @returns for each case whether it held */
async function runPart(
  part: Part,
  {
    full,
    say,
    start,
  }: {
    full: boolean;
    say: (words: string) => void;
    start: (parts: ControlPlaneOptions['parts']) => Promise<ControlPlane>;
  },
): Promise<boolean[]> {
  const begun = Date.now();
  say(`\n== ${part.name}: ${part.words}`);
  const results: boolean[] = [];
  try {
    const started = part.needs === 'none' ? undefined : await start(part.needs);
    const context: PartContext = {
      full,
      say: (words: string) => say(`   ${words}`),
      platform: () => required(started, part),
    };
    await runCases(part, context, { results, say });
  } catch (error) {
    // What breaks between cases is a failure of this part, and no reason to leave out the others.
    results.push(false);
    say(`   FAILED  ${part.name} could not go on\n${indent(error)}`);
  }
  say(`== ${part.name}: ${Math.round((Date.now() - begun) / 1000)} s`);
  return results;
}

function required(started: ControlPlane | undefined, part: Part): ControlPlane {
  if (started === undefined) {
    throw new Error(`${part.name} said that it needs no platform`);
  }
  return started;
}

/** Notes for each case whether it held. */
async function runCases(
  part: Part,
  context: PartContext,
  { results, say }: { results: boolean[]; say: (words: string) => void },
): Promise<void> {
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
}

function indent(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text
    .split('\n')
    .slice(0, 60)
    .map(line => `           ${line}`)
    .join('\n');
}
