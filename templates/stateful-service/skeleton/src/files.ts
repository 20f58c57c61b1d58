import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';

const KEY = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** Files of this replica, on a volume that only it has. */
export class Files {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(folder: string): Promise<Files> {
    await mkdir(folder, { recursive: true });
    return new Files(folder);
  }

  /** Whether the volume can be written: asked by the readiness probe. */
  async isWritable(): Promise<boolean> {
    try {
      await this.write('readiness', 'ok');
      return true;
    } catch {
      return false;
    }
  }

  /** What was written last; `undefined` when nothing was. @throws Error for a key that is none. */
  async read(key: string): Promise<string | undefined> {
    try {
      return await readFile(this.#path(key), 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** On the disk before it returns, and whole or not at all: a machine may lose power at any moment. */
  async write(key: string, text: string): Promise<void> {
    const path = this.#path(key);
    const file = await open(`${path}.new`, 'w');
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.new`, path);
  }

  #path(key: string): string {
    if (!KEY.test(key)) throw new Error(`"${key}" is not a key`);
    return join(this.#folder, key);
  }
}
