import { parseArgs } from 'node:util';
import { RULES } from '../rules';
import { CheckError } from './CheckError';

const FORMATS = ['human', 'json', 'sarif'] as const;

export type Format = (typeof FORMATS)[number];

/** What somebody asks of the command line. */
export type Command =
  | { readonly type: 'help' | 'version' }
  | {
      readonly type: 'check';
      readonly dir: string;
      readonly platform: string | undefined;
      readonly format: Format;
      readonly output: string | undefined;
      /** Whether warnings fail, too. */
      readonly strict: boolean;
      /** Rules whose warnings are accepted. */
      readonly acknowledged: readonly string[];
    };

const OPTIONS = {
  platform: { type: 'string' },
  format: { type: 'string', default: 'human' },
  output: { type: 'string', short: 'o' },
  strict: { type: 'boolean', default: false },
  acknowledge: { type: 'string', multiple: true, default: [] as string[] },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const;

/** @throws CheckError - with the way out */
export function parseArguments(args: readonly string[]): Command {
  const { values, positionals } = read(args);
  if (values.help) return { type: 'help' };
  if (values.version) return { type: 'version' };
  const [verb, dir = '.', ...more] = positionals;
  if (verb !== 'check' || more.length > 0) {
    throw new CheckError(
      verb === undefined || verb === 'check'
        ? `Say what to do: golden-path check [folder]. One folder at a time.`
        : `There is no command "${verb}"; the one there is: golden-path check [folder].`,
    );
  }
  return {
    type: 'check',
    dir,
    platform: values.platform,
    format: formatOf(values.format),
    output: values.output,
    strict: values.strict,
    acknowledged: values.acknowledge.map(knownRule),
  };
}

function read(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: OPTIONS,
      allowPositionals: true,
      strict: true,
    });
  } catch (cause) {
    const [sentence] = (cause as Error).message.split('. To specify');
    throw new CheckError(`${sentence}. golden-path --help lists the options.`);
  }
}

function formatOf(text: string): Format {
  const format = FORMATS.find(known => known === text);
  if (format === undefined) {
    throw new CheckError(
      `There is no format "${text}"; use ${FORMATS.join(', ')}.`,
    );
  }
  return format;
}

function knownRule(id: string): string {
  if (!RULES.some(rule => rule.id === id)) {
    throw new CheckError(
      `There is no rule "${id}" to acknowledge; findings name theirs.`,
    );
  }
  return id;
}
