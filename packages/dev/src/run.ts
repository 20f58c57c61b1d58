import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** The repository's root. */
export const ROOT = resolve(__dirname, '../../..');

/** Runs a program in the foreground. @returns its exit code, 130 when a signal ended it. */
export function run(
  command: string,
  args: readonly string[],
  options: { env?: Record<string, string>; cwd?: string } = {},
): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, {
      cwd: options.cwd ?? ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...options.env },
    });
    child.on('error', fail);
    child.on('exit', code => done(code ?? 130));
  });
}
