import { mkdir } from 'node:fs/promises';
import { BlobReader } from './BlobReader';
import { fastImport, type NewCommit } from './fastImport';
import { needGit, runGit } from './gitProcess';
import { LruCache } from './LruCache';

export interface TreeEntry {
  readonly path: string;
  readonly type: 'blob' | 'tree' | 'commit';
  readonly mode: string;
  readonly id: string;
  readonly size: number;
}

export interface CommitFacts {
  readonly id: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: string;
  readonly email: string;
  readonly at: string;
  readonly message: string;
}

/** A real bare repository. Branch heads are kept in memory, because only this process moves them. */
export class BareRepository {
  readonly dir: string;
  #branches: ReadonlyMap<string, string> = new Map();
  /** Ids that were found once: commits do not go away. */
  readonly #commits = new Set<string>();
  readonly #trees = new LruCache<readonly TreeEntry[]>(64);
  readonly #blobs = new LruCache<Buffer>(512);
  readonly #reader: BlobReader;

  private constructor(dir: string) {
    this.dir = dir;
    this.#reader = new BlobReader(dir);
  }

  /** @param defaultBranch - what its HEAD names, so that a clone checks it out */
  static async create(
    dir: string,
    defaultBranch: string,
  ): Promise<BareRepository> {
    await mkdir(dir, { recursive: true });
    await needGit(['init', '--quiet', '--bare', '-b', defaultBranch, '.'], {
      cwd: dir,
    });
    await needGit(['config', 'http.receivepack', 'true'], { cwd: dir });
    return new BareRepository(dir);
  }

  get branches(): ReadonlyMap<string, string> {
    return this.#branches;
  }

  /** Reads the heads anew: after somebody pushed. */
  async refresh(): Promise<void> {
    const out = await needGit(
      [
        'for-each-ref',
        '--format=%(objectname) %(refname:lstrip=2)',
        'refs/heads',
      ],
      { cwd: this.dir },
    );
    const lines = out.toString().split('\n').filter(Boolean);
    this.#branches = new Map(
      lines.map(line => [
        line.slice(line.indexOf(' ') + 1),
        line.split(' ')[0]!,
      ]),
    );
  }

  /** Commit id of a branch, a full ref, a tag or a commit id. */
  async resolve(ref: string): Promise<string | undefined> {
    const branch = ref.replace(/^refs\/heads\//, '');
    const head = this.#branches.get(branch);
    if (head) return head;
    if (this.#commits.has(ref)) return ref;
    if (!/^[\w./+@-]+$/.test(ref) || ref.startsWith('-')) return undefined;
    const { code, stdout } = await runGit(
      ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`],
      { cwd: this.dir },
    );
    if (code !== 0) return undefined;
    const commit = stdout.toString().trim();
    this.#commits.add(commit);
    return commit;
  }

  /** All entries below a commit, folders included. */
  async tree(commit: string): Promise<readonly TreeEntry[]> {
    return this.#trees.get(commit, async () => {
      const out = await needGit(['ls-tree', '-r', '-t', '-l', '-z', commit], {
        cwd: this.dir,
      });
      return out.toString().split('\0').filter(Boolean).map(toEntry);
    });
  }

  /** A file's content. What is asked for at the same time is read together. */
  async blob(id: string): Promise<Buffer> {
    return this.#blobs.get(id, () => this.#reader.read(id));
  }

  async commitFacts(commit: string): Promise<CommitFacts> {
    const out = await needGit(
      ['log', '-1', '--format=%H%n%T%n%P%n%an%n%ae%n%aI%n%B', commit],
      { cwd: this.dir },
    );
    const [id, tree, parents, author, email, at, ...message] = out
      .toString()
      .split('\n');
    return {
      id: id ?? '',
      tree: tree ?? '',
      parents: (parents ?? '').split(' ').filter(Boolean),
      author: author ?? '',
      email: email ?? '',
      at: at ?? '',
      message: message.join('\n').trimEnd(),
    };
  }

  /** Commits on a branch; a branch that moved in another direction meanwhile is refused unless `force`. */
  async commit(commit: NewCommit): Promise<string> {
    const id = await fastImport(this.dir, commit);
    this.#branches = new Map(this.#branches).set(commit.branch, id);
    return id;
  }

  /** Tree of a three-way merge; `undefined` when it conflicts. */
  async mergeTree(ours: string, theirs: string): Promise<string | undefined> {
    const { code, stdout, stderr } = await runGit(
      ['merge-tree', '--write-tree', '--no-messages', ours, theirs],
      { cwd: this.dir },
    );
    if (code > 1) throw new Error(`git merge-tree failed: ${stderr.trim()}`);
    return code === 0 ? stdout.toString().trim() : undefined;
  }

  /** Makes a commit of a tree and moves a branch to it, if it still is where it was. */
  async commitTree(input: {
    branch: string;
    tree: string;
    parents: readonly string[];
    message: string;
    author: { name: string; email: string };
    atSeconds: number;
  }): Promise<string> {
    const { author, atSeconds } = input;
    const person = `${author.name} <${author.email}> ${atSeconds} +0000`;
    const raw = [
      `tree ${input.tree}`,
      ...input.parents.map(parent => `parent ${parent}`),
      `author ${person}`,
      `committer ${person}`,
      '',
      `${input.message.trimEnd()}\n`,
    ].join('\n');
    const out = await needGit(
      ['hash-object', '-t', 'commit', '-w', '--stdin'],
      { cwd: this.dir, input: raw },
    );
    const id = out.toString().trim();
    await this.point(input.branch, id, input.parents[0]);
    return id;
  }

  async point(branch: string, to: string, from?: string): Promise<void> {
    await needGit(
      ['update-ref', `refs/heads/${branch}`, to, ...(from ? [from] : [])],
      { cwd: this.dir },
    );
    this.#branches = new Map(this.#branches).set(branch, to);
  }

  async deleteBranch(branch: string): Promise<void> {
    await needGit(['update-ref', '-d', `refs/heads/${branch}`], {
      cwd: this.dir,
    });
    const rest = new Map(this.#branches);
    rest.delete(branch);
    this.#branches = rest;
  }

  /** Unified diff of what `head` adds to `base` since they parted. */
  async diff(base: string, head: string): Promise<string> {
    const { stdout } = await runGit(
      ['diff', '--no-color', '--merge-base', base, head],
      { cwd: this.dir },
    );
    return stdout.toString();
  }

  archive(commit: string, prefix: string): Promise<Buffer> {
    return needGit(
      ['archive', '--format=tar.gz', `--prefix=${prefix}/`, commit],
      { cwd: this.dir },
    );
  }
}

function toEntry(line: string): TreeEntry {
  const tab = line.indexOf('\t');
  const [mode = '', type, id = '', size] = line.slice(0, tab).split(/ +/);
  return {
    path: line.slice(tab + 1),
    type: type as TreeEntry['type'],
    mode,
    id,
    size: Number(size) || 0,
  };
}
