import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { serializeDirectoryContents } from '@backstage/plugin-scaffolder-node';
import { InputError } from '@backstage/errors';

/** Every file of the workspace as text. A binary file is refused by name: repositories made here hold text. */
export async function readWorkspace(
  workspacePath: string,
): Promise<ReadonlyMap<string, string>> {
  const files = await serializeDirectoryContents(workspacePath, {
    globPatterns: ['**', '!.git/**'],
  });
  return new Map(
    files.map(({ path, content }) => [path, decode(path, content)]),
  );
}

/** Writes files into the workspace, and makes their folders. */
export async function writeWorkspace(
  workspacePath: string,
  files: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [path, text] of files) {
    const target = resolveSafeChildPath(workspacePath, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  }
}

function decode(path: string, content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      content,
    );
  } catch (error) {
    throw new InputError(
      `${path} is not text; the repository is made of text files only`,
      error,
    );
  }
}
