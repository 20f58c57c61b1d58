import { checkTypes } from './types';

interface Verb {
  readonly words: string;
  readonly run: (args: readonly string[]) => Promise<number>;
}

const VERBS: Record<string, Verb> = {
  types: { words: 'types [folder]: check types', run: checkTypes },
};

async function main([name, ...args]: readonly string[]): Promise<number> {
  const verb = name === undefined ? undefined : VERBS[name];
  if (verb === undefined) {
    if (name !== undefined) process.stderr.write(`There is no "${name}".\n`);
    process.stdout.write(
      `./dev <verb>\n${Object.values(VERBS)
        .map(({ words }) => `  ${words}`)
        .join('\n')}\n`,
    );
    return name === undefined ? 0 : 2;
  }
  return verb.run(args);
}

main(process.argv.slice(2)).then(
  code => process.exit(code),
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  },
);
