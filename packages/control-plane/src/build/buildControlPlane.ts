import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
} from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, MODULES, program } from './cache';
import { requireGo } from './go';
import { type Part, PARTS } from './parts';

/**
 * Builds what is missing or whose pins changed. Takes about half an hour from nothing and no time when all is there.
 *
 * @param say - gets a line per part, with an estimate of what is left
 */
export async function buildControlPlane(
  say: (words: string) => void,
): Promise<void> {
  const missing = PARTS.filter(part => !part.optional && !isBuilt(part));
  if (missing.length === 0) return;
  await requireGo();
  mkdirSync(join(cacheFolder(), 'bin'), { recursive: true });
  for (const [i, part] of missing.entries()) {
    const left = missing
      .slice(i)
      .reduce((sum, { seconds }) => sum + seconds, 0);
    say(
      `building ${part.name} (${i + 1} of ${missing.length}), about ${Math.ceil(
        left / 60,
      )} min left for all`,
    );
    const begun = Date.now();
    await buildPart(part);
    say(`built ${part.name} in ${Math.round((Date.now() - begun) / 1000)} s`);
  }
}

/** Whether a part is there as its pins ask. */
export function isBuilt(part: Part): boolean {
  const stamp = stampFile(part);
  return (
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === pin(part) &&
    Object.keys(part.programs).every(name => existsSync(program(name)))
  );
}

async function buildPart(part: Part): Promise<void> {
  const log = join(cacheFolder(), `${part.name}.log`);
  for (const [name, goPackage] of Object.entries(part.programs)) {
    await goBuild(
      [
        'build',
        '-trimpath',
        '-ldflags=-s -w',
        ...(part.tags ? [`-tags=${part.tags}`] : []),
        '-o',
        program(name),
        goPackage,
      ],
      { cwd: moduleOf(part), log, what: goPackage },
    );
  }
  await writeFile(stampFile(part), pin(part));
}

function goBuild(
  args: readonly string[],
  { cwd, log, what }: { cwd: string; log: string; what: string },
): Promise<void> {
  return new Promise((done, fail) => {
    const output = createWriteStream(log, { flags: 'a' });
    const child = spawn('go', [...args], {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.pipe(output);
    child.stderr.pipe(output);
    child.on('error', fail);
    child.on('exit', code =>
      code === 0
        ? done()
        : fail(
            new Error(
              `Building ${what} failed. Without a network the modules cannot be fetched; the whole log is ${log}.`,
            ),
          ),
    );
  });
}

function stampFile(part: Part): string {
  return join(cacheFolder(), `${part.name}.stamp`);
}

/** Changes when, and only when, the pins of a part or its source in this repository change. */
function pin(part: Part): string {
  const hash = createHash('sha256');
  const sources = Object.values(part.programs)
    .filter(goPackage => goPackage.startsWith('./'))
    .map(goPackage => `${goPackage}/main.go`);
  for (const file of ['go.mod', 'go.sum', ...sources]) {
    hash.update(readFileSync(join(moduleOf(part), file)));
  }
  return hash.digest('hex');
}

function moduleOf({ name, module = name }: Part): string {
  return join(MODULES, module);
}
