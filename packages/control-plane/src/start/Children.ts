import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** API servers wait up to a minute for their watches; nothing here is worth that. */
const GRACE_MS = 3000;

export interface ChildOptions {
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** The programs of one platform: each has a log file, and all end with it. */
export class Children {
  readonly #dir: string;
  readonly #children = new Map<string, ChildProcess>();
  readonly #options = new Map<string, ChildOptions>();

  constructor(dir: string) {
    this.#dir = dir;
  }

  start(name: string, options: ChildOptions): void {
    const log = openSync(this.logFile(name), 'a');
    const child = spawn(options.command, [...options.args], {
      stdio: ['ignore', log, log],
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
    });
    child.on('error', () => undefined);
    closeSync(log);
    this.#children.set(name, child);
    this.#options.set(name, options);
  }

  /** Ends one child at once, as a crash would. */
  async kill(name: string): Promise<void> {
    const child = this.#children.get(name);
    if (child === undefined || hasEnded(child)) return;
    const ended = new Promise<void>(done => child.once('exit', () => done()));
    child.kill('SIGKILL');
    await ended;
  }

  /** Starts a child again that was killed, with the same arguments. */
  restart(name: string): void {
    const options = this.#options.get(name);
    if (options === undefined) throw new Error(`${name} was never started`);
    this.start(name, options);
  }

  /** Waits until `ready` answers true; a child that ended meanwhile is an error with the end of its log. */
  async until(
    name: string,
    ready: () => Promise<boolean>,
    seconds = 90,
  ): Promise<void> {
    const end = Date.now() + seconds * 1000;
    for (;;) {
      const child = this.#children.get(name);
      if (child && hasEnded(child)) {
        throw new Error(
          `${name} ended before it was ready.\n${this.#tail(name)}`,
        );
      }
      if (await ready().catch(() => false)) return;
      if (Date.now() > end) {
        throw new Error(
          `${name} was not ready in ${seconds} s.\n${this.#tail(name)}`,
        );
      }
      await sleep(150);
    }
  }

  async stopAll(): Promise<void> {
    const running = [...this.#children.values()].filter(c => !hasEnded(c));
    for (const child of running.reverse()) child.kill('SIGTERM');
    const end = Date.now() + GRACE_MS;
    while (Date.now() < end && !running.every(hasEnded)) await sleep(50);
    for (const child of running) if (!hasEnded(child)) child.kill('SIGKILL');
    while (!running.every(hasEnded)) await sleep(20);
  }

  logFile(name: string): string {
    return join(this.#dir, `${name}.log`);
  }

  #tail(name: string): string {
    try {
      const lines = readFileSync(this.logFile(name), 'utf8')
        .trimEnd()
        .split('\n');
      return `${lines.slice(-8).join('\n')}\n(whole log: ${this.logFile(
        name,
      )})`;
    } catch {
      return '';
    }
  }
}

function hasEnded(child: ChildProcess): boolean {
  return (
    child.exitCode !== null ||
    child.signalCode !== null ||
    child.pid === undefined
  );
}
