import { needGit } from './gitProcess';

type Waiting = {
  readonly id: string;
  readonly resolve: (content: Buffer) => void;
  readonly reject: (error: unknown) => void;
};

/** Reads blobs; all that are asked for in one turn of the event loop cost one process. */
export class BlobReader {
  readonly #dir: string;
  #waiting: Waiting[] = [];

  constructor(dir: string) {
    this.#dir = dir;
  }

  read(id: string): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ id, resolve, reject });
      if (this.#waiting.length === 1) setImmediate(() => this.#flush());
    });
  }

  async #flush(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    try {
      const out = await needGit(['cat-file', '--batch'], {
        cwd: this.#dir,
        input: batch.map(({ id }) => `${id}\n`).join(''),
      });
      let offset = 0;
      for (const { id, resolve, reject } of batch) {
        const end = out.indexOf('\n', offset);
        const [, type, size] = out.toString('utf8', offset, end).split(' ');
        if (type !== 'blob') {
          reject(new Error(`${id} is not a file's content`));
          offset = end + 1;
          continue;
        }
        const stop = end + 1 + Number(size);
        resolve(Buffer.from(out.subarray(end + 1, stop)));
        offset = stop + 1;
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
