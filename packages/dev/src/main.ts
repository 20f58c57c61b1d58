import { bench } from './verbs/bench';
import { conformance } from './verbs/conformance';
import { docs } from './verbs/docs';
import { start } from './verbs/start';
import { test } from './verbs/test';
import { checkTypes } from './verbs/types';

interface Verb {
  readonly usage: string;
  readonly words: string;
  readonly run: (args: readonly string[]) => Promise<number>;
}

const VERBS: Record<string, Verb> = {
  start: {
    usage: 'start [--real]',
    words: 'run the product on the embedded (or the real) platform',
    run: start,
  },
  test: {
    usage: 'test [stage…]',
    words: 'format, lint, types, tests, browser journeys',
    run: test,
  },
  conformance: {
    usage: 'conformance [part…]',
    words: 'prove it on a real control plane (needs Go)',
    run: conformance,
  },
  bench: {
    usage: 'bench [name]',
    words: 'measure; the last line is JSON',
    run: bench,
  },
  docs: {
    usage: 'docs',
    words: 'write the pages that are generated from code',
    run: docs,
  },
  types: {
    usage: 'types [folder]',
    words: 'check types, of one folder or of all',
    run: checkTypes,
  },
};

async function main([name, ...args]: readonly string[]): Promise<number> {
  const verb = name === undefined ? undefined : VERBS[name];
  if (verb !== undefined) return verb.run(args);
  const known = name === undefined || name === 'help' || name === '--help';
  if (!known) process.stderr.write(`There is no "${name}".\n`);
  for (const { usage, words } of Object.values(VERBS)) {
    process.stdout.write(`  ./dev ${usage.padEnd(22)} ${words}\n`);
  }
  return known ? 0 : 2;
}

main(process.argv.slice(2)).then(
  code => process.exit(code),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  },
);
