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
