import type { Forge } from '../forge';
import { MemoryForge } from './MemoryForge';
import { MemoryHost } from './MemoryHost';

/** A Git host in memory and who may write where. */
export interface MemoryForgeOptions {
  /** Login of the user that calls. Default `platform`. */
  readonly user?: string;
  /** Owners of repositories that the user may read and write; default: all. */
  readonly owners?: readonly string[];
  readonly now?: () => number;
}

/** A {@link Forge} for tests, and the same host seen by other users. */
export interface MemoryForgeHandle extends Forge {
  /** The same host, seen by somebody else. */
  as(user: string, owners?: readonly string[]): Forge;
  /** Comments on a change, for assertions. */
  comments(
    repo: { owner: string; name: string },
    number: number,
  ): readonly string[];
}

/**
 * A Git host in memory, with the semantics of a real one: it passes the same contract.
 *
 * @remarks Merges compare whole files: two changes to different lines of one file conflict here.
 */
export function createMemoryForge(
  options: MemoryForgeOptions = {},
): MemoryForgeHandle {
  const host = new MemoryHost(options.now ?? Date.now);
  const own = new MemoryForge(host, options.user ?? 'platform', options.owners);
  return Object.assign(own, {
    as: (user: string, owners?: readonly string[]) =>
      new MemoryForge(host, user, owners),
    comments: (repo: { owner: string; name: string }, number: number) =>
      host.find(repo)?.changes.find(change => change.number === number)
        ?.comments ?? [],
  });
}
