import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { MODULES } from './cache';

const execute = promisify(execFile);

/** The oldest Go that builds the pins. */
const NEEDED = [1, 26, 7] as const;

/** @throws Error that says what is missing and how to get it. */
export async function requireGo(): Promise<void> {
  const how =
    'The real platform is built from Go modules. Install Go 1.26.7 or newer (your distribution or go.dev), see that `go version` answers, and run it again. Everything else works without: ./dev start, ./dev test.';
  let text: string;
  try {
    text = (await execute('go', ['env', 'GOVERSION'])).stdout.trim();
  } catch {
    throw new Error(`Go was not found. ${how}`);
  }
  const found = /^go(\d+)\.(\d+)(?:\.(\d+))?/.exec(text);
  const version = found ? [1, 2, 3].map(i => Number(found[i] ?? 0)) : [];
  const order = NEEDED.map((needed, i) => (version[i] ?? 0) - needed).find(
    difference => difference !== 0,
  );
  if (!found || (order ?? 0) < 0) {
    throw new Error(`Go is ${text}, which is too old. ${how}`);
  }
}

/** Folder of a module in Go's module cache, its content verified by the pin's `go.sum`. */
export async function moduleFolder(
  part: string,
  path: string,
): Promise<string> {
  const { stdout } = await execute('go', ['mod', 'download', '-json', path], {
    cwd: join(MODULES, part),
  });
  return (JSON.parse(stdout) as { Dir: string }).Dir;
}
