import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { deepStrictEqual } from 'node:assert';
import {
  type FileTree,
  type Manifest,
  renderOverlay,
} from '@baremetal/golden-path';
import { parseAllDocuments } from 'yaml';
import { program } from '../build/cache';
import { answerMatrix } from './answerMatrix';
import type { Part } from './part';
import { recordedRenders } from './recordedRenders';

const execute = promisify(execFile);

/** Our overlay render, held to kustomize's object by object. */
export const renderPart: Part = {
  name: 'render',
  words: 'overlays render as kustomize renders them, object by object',
  needs: 'none',
  *cases() {
    for (const { name, plan } of answerMatrix()) {
      for (const { environment } of plan.environments) {
        const overlay = `deploy/overlays/${environment}`;
        yield {
          name: `${name}: ${overlay}`,
          run: async () => {
            const theirs = await kustomize(plan.files, overlay);
            const ours = renderOverlay(plan.files, overlay);
            deepStrictEqual(byKey(ours), byKey(theirs));
          },
        };
      }
    }
    yield* recordedRenders(kustomizeText);
  },
};

/** Builds an overlay with the real kustomize. */
export async function kustomize(
  files: FileTree,
  overlay: string,
): Promise<Manifest[]> {
  const text = await kustomizeText(files, overlay);
  return parseAllDocuments(text, { version: '1.1' }).map(document =>
    document.toJS(),
  );
}

/** What the real kustomize prints. */
async function kustomizeText(
  files: FileTree,
  overlay: string,
): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'kustomize-'));
  try {
    for (const [path, text] of files) {
      const file = join(dir, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    const { stdout } = await execute(
      program('kustomize'),
      ['build', join(dir, overlay)],
      { maxBuffer: 64 * 2 ** 20 },
    );
    return stdout;
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Objects by what names them: the order in which kustomize prints them is its own. */
export function byKey(objects: readonly Manifest[]): Record<string, unknown> {
  return Object.fromEntries(
    objects
      .map(
        object =>
          [
            `${object.apiVersion} ${object.kind} ${object.metadata.namespace}/${object.metadata.name}`,
            JSON.parse(JSON.stringify(object)),
          ] as const,
      )
      .sort(([a], [b]) => a.localeCompare(b)),
  );
}
