import type { FileContent, Forge, RepositoryRef } from '@baremetal/forge';
import type { FileTree } from '@baremetal/golden-path';

const FILES_AT_ONCE = 8;
const KEPT = 32;

/** Reads overlays from Git. What lies at a commit never changes, so it is kept. */
export class OverlayReader {
  readonly #forge: Forge;
  readonly #kept = new Map<string, Promise<unknown>>();

  constructor(forge: Forge) {
    this.#forge = forge;
  }

  /** The file as a branch has it now; `undefined` when there is none. */
  async readNow(
    repo: RepositoryRef,
    branch: string,
    path: string,
  ): Promise<FileContent | undefined> {
    return this.#forge.readFile(repo, { ref: branch, path });
  }

  async readAt(
    repo: RepositoryRef,
    commit: string,
    path: string,
  ): Promise<string | undefined> {
    const key = `${repo.owner}/${repo.name}@${commit}:${path}`;
    return this.#keep(key, async () => {
      const file = await this.#forge.readFile(repo, { ref: commit, path });
      return file?.text;
    });
  }

  /** All files below a folder, to render an overlay from. */
  async readTree(
    repo: RepositoryRef,
    commit: string,
    under: string,
  ): Promise<FileTree> {
    const key = `${repo.owner}/${repo.name}@${commit}:${under}/`;
    return this.#keep(key, async () => {
      const at = { ref: commit, under };
      const paths = [...(await this.#forge.listFiles(repo, at))];
      const files = new Map<string, string>();
      for (let from = 0; from < paths.length; from += FILES_AT_ONCE) {
        await Promise.all(
          paths.slice(from, from + FILES_AT_ONCE).map(async path => {
            const file = await this.#forge.readFile(repo, {
              ref: commit,
              path,
            });
            if (file) files.set(path, file.text);
          }),
        );
      }
      return files;
    });
  }

  #keep<T>(key: string, load: () => Promise<T>): Promise<T> {
    const known = this.#kept.get(key) as Promise<T> | undefined;
    if (known) return known;
    const loading = load();
    this.#kept.set(key, loading);
    // What failed, or is not there yet, is asked for again.
    loading.then(
      value => value === undefined && this.#kept.delete(key),
      () => this.#kept.delete(key),
    );
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) {
      this.#kept.delete(oldest);
    }
    return loading;
  }
}
