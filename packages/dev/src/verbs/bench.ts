import { run as renderBench } from '../bench/render';
import { run as rulesBench } from '../bench/rules';

/** A benchmark: what it is called, what it says, and how it is run. Numbers only, keys as the README names them. */
interface Bench {
  readonly words: string;
  readonly run: () => Promise<Readonly<Record<string, number>>>;
}

const BENCHES: Record<string, Bench> = {
  render: {
    words: 'plan, generate, check and render one repository',
    run: renderBench,
  },
  rules: {
    words: 'judge prepared repositories by every rule, 10,000 times',
    run: rulesBench,
  },
  'entity-view': {
    words: 'one entity view: 3 clusters x 200 pods, and one hanging cluster',
    // Loaded when asked for: it brings a whole backend with it.
    run: () => {
      const entityView: typeof import('../bench/entityView') = require('../bench/entityView');
      return entityView.run();
    },
  },
};

/** `./dev bench [name]`: lists, or runs one and ends with one JSON line. */
export async function bench([name]: readonly string[]): Promise<number> {
  if (name === undefined) {
    for (const [key, { words }] of Object.entries(BENCHES)) {
      process.stdout.write(`${key.padEnd(14)} ${words}\n`);
    }
    return 0;
  }
  const chosen = BENCHES[name];
  if (chosen === undefined) {
    throw new Error(
      `There is no benchmark "${name}"; there are ${Object.keys(BENCHES).join(
        ', ',
      )}.`,
    );
  }
  const numbers = await chosen.run();
  process.stdout.write(`${JSON.stringify(numbers)}\n`);
  return 0;
}
