import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BareRepository } from './BareRepository';
import {
  HostRefusal,
  type GitUser,
  type HostedRepository,
  type PushEvent,
} from './hostModel';

export interface GitHostOptions {
  readonly dir: string;
  readonly users: readonly GitUser[];
  readonly organizations: readonly string[];
  readonly now: () => number;
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;

/** What the host holds: users, organisations, repositories. Knows nothing of HTTP. */
export class GitHost {
  readonly users: readonly GitUser[];
  readonly organizations: Set<string>;
  readonly #dir: string;
  readonly #now: () => number;
  readonly #repositories = new Map<string, HostedRepository>();
  readonly #listeners = new Set<(event: PushEvent) => void>();
  readonly #queues = new Map<string, Promise<unknown>>();
  #ids = 0;

  constructor(options: GitHostOptions) {
    this.#dir = options.dir;
    this.#now = options.now;
    this.users = options.users;
    this.organizations = new Set(options.organizations);
  }

  get repositories(): readonly HostedRepository[] {
    return [...this.#repositories.values()];
  }

  /** Where `git http-backend` finds the repositories. */
  get root(): string {
    return this.#dir;
  }

  nextId(): number {
    this.#ids += 1;
    return this.#ids;
  }

  seconds(): number {
    return Math.floor(this.#now() / 1000);
  }

  /** Now, in whole seconds, as Gitea writes times. */
  stamp(): string {
    return `${new Date(this.#now()).toISOString().slice(0, 19)}Z`;
  }

  find(owner: string, name: string): HostedRepository | undefined {
    return this.#repositories.get(`${owner}/${name}`.toLowerCase());
  }

  async createRepository(input: {
    owner: string;
    name: string;
    description?: string;
    private?: boolean;
    defaultBranch?: string;
  }): Promise<HostedRepository> {
    const { owner, name } = input;
    if (!NAME.test(name) || !NAME.test(owner) || name.endsWith('.git')) {
      throw new HostRefusal(422, `name is invalid [name: ${name}]`);
    }
    return this.exclusively(`${owner}/${name}`, async () => {
      if (this.find(owner, name)) {
        throw new HostRefusal(
          409,
          'The repository with the same name already exists.',
        );
      }
      const defaultBranch = input.defaultBranch || 'main';
      const git = await BareRepository.create(
        join(this.#dir, owner, `${name}.git`),
        defaultBranch,
      );
      const repository: HostedRepository = {
        id: this.nextId(),
        owner,
        name,
        description: input.description ?? '',
        private: input.private ?? false,
        defaultBranch,
        createdAt: this.stamp(),
        git,
        pulls: [],
        labels: [],
        statuses: new Map(),
      };
      this.#repositories.set(`${owner}/${name}`.toLowerCase(), repository);
      return repository;
    });
  }

  async deleteRepository(repository: HostedRepository): Promise<void> {
    const { owner, name, git } = repository;
    this.#repositories.delete(`${owner}/${name}`.toLowerCase());
    await rm(git.dir, { recursive: true, force: true });
  }

  /** Runs one write after the other on the same repository. */
  exclusively<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#queues.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    const settled = mine.catch(() => {});
    this.#queues.set(key, settled);
    return mine;
  }

  onPush(listener: (event: PushEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** To be called after a branch moved: pull requests follow, listeners hear of it. */
  moved(
    repository: HostedRepository,
    move: { branch: string; before?: string; after?: string },
  ): void {
    const { branch, before, after } = move;
    if (before === after) return;
    for (const pull of repository.pulls) {
      if (pull.end.state !== 'open') continue;
      if (pull.head === branch && after) {
        pull.headCommit = after;
        pull.updatedAt = this.stamp();
      }
      if (pull.head === branch && !after) {
        pull.end = { state: 'closed', at: this.stamp() };
      }
    }
    const { owner, name } = repository;
    for (const listener of this.#listeners) {
      listener({ owner, name, branch, before, after });
    }
  }
}
