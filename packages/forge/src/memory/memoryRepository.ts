import { createHash } from 'node:crypto';
import type { Change, CommitStatus, FileChange, Review } from '../forge';

export type Tree = ReadonlyMap<string, string>;

export interface MemoryCommit {
  readonly id: string;
  readonly parents: readonly string[];
  readonly files: Tree;
  readonly message: string;
}

/** A change as it is kept: heads are looked up, never stored while it is open. */
export interface MemoryChange {
  readonly number: number;
  readonly headBranch: string;
  readonly baseBranch: string;
  readonly author: string;
  readonly createdAt: string;
  title: string;
  body: string;
  labels: readonly string[];
  /** Where the head stood last; follows the branch while it is open. */
  headCommit: string;
  end:
    | { readonly state: 'open' }
    | { readonly state: 'closed' }
    | {
        readonly state: 'merged';
        readonly at: string;
        readonly commit: string;
      };
  readonly reviews: Review[];
  readonly comments: string[];
}

/** Commits, branches and changes of one repository, in memory. */
export class MemoryRepository {
  readonly commits = new Map<string, MemoryCommit>();
  readonly branches = new Map<string, string>();
  readonly changes: MemoryChange[] = [];
  readonly statuses = new Map<string, Map<string, CommitStatus>>();
  readonly defaultBranch: string;

  constructor(defaultBranch: string) {
    this.defaultBranch = defaultBranch;
  }

  get facts() {
    return {
      empty: this.branches.size === 0,
      defaultBranch: this.defaultBranch,
    };
  }

  filesOf(commit: string | undefined): Tree {
    return (commit && this.commits.get(commit)?.files) || new Map();
  }

  commitOf(ref: string): string | undefined {
    return this.branches.get(ref) ?? (this.commits.has(ref) ? ref : undefined);
  }

  commit(input: Omit<MemoryCommit, 'id'>): string {
    const id = createHash('sha1')
      .update(JSON.stringify([input.parents, input.message, [...input.files]]))
      .digest('hex');
    this.commits.set(id, { id, ...input });
    return id;
  }

  /** Moves a branch; open changes from it follow. */
  point(branch: string, commit: string): void {
    this.branches.set(branch, commit);
    for (const change of this.changes) {
      if (change.headBranch === branch && change.end.state === 'open') {
        change.headCommit = commit;
      }
    }
  }

  isAncestor(ancestor: string, commit: string): boolean {
    const seen = new Set<string>();
    const queue = [commit];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      if (id === ancestor) return true;
      if (seen.has(id)) continue;
      seen.add(id);
      queue.push(...(this.commits.get(id)?.parents ?? []));
    }
    return false;
  }

  /** Some newest common ancestor: breadth first from `theirs`. */
  mergeBase(ours: string, theirs: string): string | undefined {
    const queue = [theirs];
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      if (this.isAncestor(id, ours)) return id;
      queue.push(...(this.commits.get(id)?.parents ?? []));
    }
    return undefined;
  }

  /** Three-way merge by whole files; `undefined` when both sides changed the same file differently. */
  merge(ours: string, theirs: string): Tree | undefined {
    const base = this.filesOf(this.mergeBase(ours, theirs));
    const mine = this.filesOf(ours);
    const yours = this.filesOf(theirs);
    const merged = new Map(mine);
    for (const path of new Set([...base.keys(), ...yours.keys()])) {
      const after = yours.get(path);
      if (after === base.get(path)) continue;
      if (mine.get(path) !== base.get(path) && mine.get(path) !== after) {
        return undefined;
      }
      if (after === undefined) merged.delete(path);
      else merged.set(path, after);
    }
    return merged;
  }

  mergeable(change: MemoryChange): Change['mergeable'] {
    const base = this.branches.get(change.baseBranch);
    if (change.end.state !== 'open' || base === undefined) return 'no';
    return this.merge(base, change.headCommit) ? 'yes' : 'no';
  }
}

/** The tree after some changes; the same object when nothing differs. */
export function applyFiles(tree: Tree, files: readonly FileChange[]): Tree {
  const next = new Map(tree);
  let differs = false;
  for (const { path, content } of files) {
    if (next.get(path) === content) continue;
    differs = true;
    if (content === undefined) next.delete(path);
    else next.set(path, content);
  }
  return differs ? next : tree;
}
