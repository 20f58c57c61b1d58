import assert from 'node:assert/strict';
import type { Change, Forge, RepositoryRef } from '../forge';

/** A host and who calls it. All may run against the same host: repositories have new names each time. */
export interface ForgeUnderTest {
  /** May create and write. */
  readonly forge: Forge;
  /** Somebody else, who may write to the same repositories. */
  readonly reviewer: Forge;
  /** Somebody known to the host who may not see those repositories. */
  readonly stranger: Forge;
  /** A name that is not taken, of an owner whom `forge` may create for. */
  newRepo(): RepositoryRef;
}

export interface ForgeContractCase {
  readonly name: string;
  run(host: ForgeUnderTest): Promise<void>;
}

/** Files of {@link seed}. The second line ends differ on purpose. */
export const README = '# Demo\r\nÜber 東京 🚀\n';
export const SETTINGS = 'image: one\n';

/** A repository with two files on `main`. */
export async function seed(
  host: ForgeUnderTest,
): Promise<{ repo: RepositoryRef; head: string }> {
  const repo = host.newRepo();
  const made = await host.forge.createRepository({
    repo,
    description: 'made by the contract',
    private: true,
    defaultBranch: 'main',
  });
  assert.equal(made.outcome, 'created');
  const head = await commit(host.forge, repo, {
    branch: 'main',
    files: { 'README.md': README, 'deploy/settings.yaml': SETTINGS },
  });
  return { repo, head };
}

/** Equal as JSON: an adapter's arrays may come from another realm than the test's. */
export function same(actual: unknown, expected: unknown): void {
  const plain = (value: unknown) =>
    value === undefined ? value : JSON.parse(JSON.stringify(value));
  assert.deepEqual(plain(actual), plain(expected));
}

/** Commits and returns the commit id. */
export async function commit(
  forge: Forge,
  repo: RepositoryRef,
  what: { branch: string; base?: string; files: Record<string, string> },
): Promise<string> {
  const result = await forge.commitFiles({
    repo,
    branch: what.branch,
    base: what.base,
    message: 'change files',
    files: Object.entries(what.files).map(([path, content]) => ({
      path,
      content,
    })),
  });
  assert.equal(result.outcome, 'committed');
  return 'commitId' in result ? result.commitId : '';
}

/** A change from `promote/demo/stage` to `main` that sets `image: two`. */
export async function openDemoChange(
  host: ForgeUnderTest,
  repo: RepositoryRef,
  body = 'please',
): Promise<Change> {
  await commit(host.forge, repo, {
    branch: 'promote/demo/stage',
    base: 'main',
    files: { 'deploy/settings.yaml': 'image: two\n' },
  });
  const result = await host.forge.openChange({
    repo,
    head: 'promote/demo/stage',
    base: 'main',
    title: 'demo: dev → stage',
    body,
  });
  assert.equal(result.outcome, 'opened');
  if (!('change' in result)) throw new Error('unreachable');
  return result.change;
}
