import { spawn } from 'node:child_process';

/** Nothing of the machine's or the user's Git configuration is used. */
export const GIT_ENV: NodeJS.ProcessEnv = {
  PATH: process.env.PATH,
  HOME: '/nonexistent',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
};

export interface GitOutput {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Runs Git once and waits for its end. */
export function runGit(
  args: readonly string[],
  options: { readonly cwd: string; readonly input?: string | Buffer },
): Promise<GitOutput> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, { cwd: options.cwd, env: GIT_ENV });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', chunk => stdout.push(chunk));
    child.stderr.on('data', chunk => stderr.push(chunk));
    child.on('error', reject);
    child.on('close', code =>
      resolve({
        code: code ?? 1,
        stdout: Buffer.concat(stdout),
        stderr: Buffer.concat(stderr).toString(),
      }),
    );
    // Git may end before it has read everything; its exit code says why.
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
  });
}

/** Like {@link runGit}; fails unless Git says that it went well. */
export async function needGit(
  args: readonly string[],
  options: { readonly cwd: string; readonly input?: string | Buffer },
): Promise<Buffer> {
  const { code, stdout, stderr } = await runGit(args, options);
  if (code !== 0) {
    throw new Error(`git ${args[0]} failed with ${code}: ${stderr.trim()}`);
  }
  return stdout;
}
