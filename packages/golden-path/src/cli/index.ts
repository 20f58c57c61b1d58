import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { styleText } from 'node:util';
import { type CheckReport, checkRepository } from '../check/checkRepository';
import { parsePlatformFacts } from '../check/parsePlatformFacts';
import { sarifReport } from '../check/report/sarifReport';
import { type Emphasis, textReport } from '../check/report/textReport';
import { GOLDEN_PATH_VERSION } from '../constants';
import { CheckError } from './CheckError';
import { HELP } from './help';
import { type Command, type Format, parseArguments } from './parseArguments';
import { readRepository } from './readRepository';

/** Where the command is given, and where it answers. */
export interface Terminal {
  readonly cwd: string;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
}

type Check = Extract<Command, { type: 'check' }>;

const STYLES = {
  file: 'underline',
  error: 'red',
  warning: 'yellow',
  info: 'cyan',
  quiet: 'dim',
} as const satisfies Record<Emphasis, string>;

/**
 * The command `golden-path`.
 *
 * @returns the exit code: 0 when nothing forbids the repository, 1 when something does, 2 when it could not be checked
 */
export async function run(
  args: readonly string[],
  terminal: Terminal,
): Promise<0 | 1 | 2> {
  try {
    const command = parseArguments(args);
    switch (command.type) {
      case 'help':
        terminal.stdout.write(HELP);
        return 0;
      case 'version':
        terminal.stdout.write(`${GOLDEN_PATH_VERSION}\n`);
        return 0;
      case 'check':
        return await check(command, terminal);
    }
  } catch (error) {
    if (!(error instanceof CheckError)) throw error;
    terminal.stderr.write(`golden-path: ${error.message}\n`);
    return 2;
  }
}

async function check(command: Check, terminal: Terminal): Promise<0 | 1> {
  const at = (path: string) => resolve(terminal.cwd, path);
  const platform =
    command.platform === undefined
      ? undefined
      : await readPlatform(at(command.platform));
  const { files, skipped } = await readRepository(at(command.dir));
  const checked = checkRepository(files, { platform });
  const report = { ...checked, skipped: [...checked.skipped, ...skipped] };
  if (
    report.environments.length === 0 &&
    report.findings.length === 0 &&
    !report.notChecked.some(({ id }) => id === 'KU04')
  ) {
    throw new CheckError(
      [
        `${command.dir} holds nothing to check: no .baremetal/golden-path.yaml, no kustomization.yaml and no manifest.`,
        ...report.skipped.map(
          ({ path, reason }) => `Skipped ${path}, because ${reason}.`,
        ),
      ].join('\n'),
    );
  }
  if (command.output === undefined) {
    terminal.stdout.write(written(report, command.format, terminal.stdout));
  } else {
    await write(at(command.output), written(report, command.format));
  }
  return isRefused(report, command) ? 1 : 0;
}

async function readPlatform(path: string) {
  const text = await readFile(path, 'utf8').catch((cause: Error) => {
    throw new CheckError(`${path} cannot be read: ${cause.message}.`);
  });
  const parsed = parsePlatformFacts(text, path);
  if (!parsed.ok) {
    throw new CheckError(`The platform file ${path} ${parsed.reason}.`);
  }
  return parsed.platform;
}

async function write(path: string, text: string): Promise<void> {
  await writeFile(path, text).catch((cause: Error) => {
    throw new CheckError(`${path} cannot be written: ${cause.message}.`);
  });
}

/** @param stream - where it goes; decides whether there are colours, as NO_COLOR and FORCE_COLOR do */
function written(
  report: CheckReport,
  format: Format,
  stream?: NodeJS.WritableStream,
): string {
  switch (format) {
    case 'human':
      return textReport(
        report,
        stream &&
          ((text, emphasis) => styleText(STYLES[emphasis], text, { stream })),
      );
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
    case 'sarif':
      return `${JSON.stringify(sarifReport(report), null, 2)}\n`;
  }
}

function isRefused(
  { findings }: CheckReport,
  { strict, acknowledged }: Check,
): boolean {
  return findings.some(
    ({ id, severity }) =>
      severity === 'error' ||
      (strict && severity === 'warning' && !acknowledged.includes(id)),
  );
}
