import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../run';

export interface ServiceOptions {
  /** Shown to people: `backend`. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Default: the repository's root. */
  readonly cwd?: string;
  readonly logFile: string;
}

/** A program of ours in the background: its own process group, its own log file, ended with us. */
export class Service {
  readonly name: string;
  readonly #child: ChildProcess;
  readonly #logFile: string;
  #ended: number | undefined;

  private constructor(options: ServiceOptions, child: ChildProcess) {
    this.name = options.name;
    this.#child = child;
    this.#logFile = options.logFile;
    child.on('exit', code => {
      this.#ended = code ?? 130;
    });
    child.on('error', () => {
      this.#ended = 127;
    });
  }

  static start(options: ServiceOptions): Service {
    mkdirSync(dirname(options.logFile), { recursive: true });
    // Emptied before anyone reads it: an earlier run's words must not count for this one.
    const log = openSync(options.logFile, 'w');
    const child = spawn(options.command, [...options.args], {
      cwd: options.cwd ?? ROOT,
      detached: true,
      stdio: ['ignore', log, log],
      env: { ...process.env, ...options.env },
    });
    closeSync(log);
    return new Service(options, child);
  }

  get ended(): boolean {
    return this.#ended !== undefined;
  }

  /** Resolves when `ready` says so. Fails with the last lines of the log when the program ends before, or in time. */
  async until(ready: () => Promise<boolean>, seconds: number): Promise<void> {
    const end = Date.now() + seconds * 1000;
    for (;;) {
      if (this.ended) {
        throw new Error(
          `${this.name} ended before it was ready (code ${
            this.#ended
          }).\n${this.#tail()}`,
        );
      }
      if (await ready().catch(() => false)) return;
      if (Date.now() > end) {
        throw new Error(
          `${this.name} did not answer within ${seconds} s.\n${this.#tail()}`,
        );
      }
      await sleep(150);
    }
  }

  /** Resolves when it has done its work. Fails with the last lines of the log when it could not, or not in time. */
  async finished(seconds: number): Promise<void> {
    const end = Date.now() + seconds * 1000;
    while (!this.ended) {
      if (Date.now() > end) {
        throw new Error(
          `${this.name} was not done within ${seconds} s.\n${this.#tail()}`,
        );
      }
      await sleep(150);
    }
    if (this.#ended !== 0) {
      throw new Error(
        `${this.name} failed (code ${this.#ended}).\n${this.#tail()}`,
      );
    }
  }

  logContains(text: string): boolean {
    return this.#log().includes(text);
  }

  /** Asks it to end, and makes it end after a grace of five seconds. */
  async stop(): Promise<void> {
    const { pid } = this.#child;
    if (this.ended || pid === undefined) return;
    this.#signal(pid, 'SIGTERM');
    for (let i = 0; i < 50 && !this.ended; i++) await sleep(100);
    // The group may outlive its leader.
    this.#signal(pid, 'SIGKILL');
  }

  #signal(pid: number, signal: NodeJS.Signals) {
    try {
      process.kill(-pid, signal);
    } catch {
      // Already gone.
    }
  }

  #tail(): string {
    return `${this.#log()
      .trimEnd()
      .split('\n')
      .slice(-12)
      .join('\n')}\n(whole log: ${this.#logFile})`;
  }

  #log(): string {
    try {
      return readFileSync(this.#logFile, 'utf8');
    } catch {
      return '';
    }
  }
}
