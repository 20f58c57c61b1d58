import type { RepositoryRef } from '../forge';
import { MemoryRepository } from './memoryRepository';

/** What all users of one host in memory share. */
export class MemoryHost {
  readonly #repositories = new Map<string, MemoryRepository>();
  readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  find(repo: RepositoryRef): MemoryRepository | undefined {
    return this.#repositories.get(`${repo.owner}/${repo.name}`);
  }

  create(repo: RepositoryRef, defaultBranch: string): void {
    this.#repositories.set(
      `${repo.owner}/${repo.name}`,
      new MemoryRepository(defaultBranch),
    );
  }

  at(): string {
    return new Date(this.now()).toISOString();
  }
}
