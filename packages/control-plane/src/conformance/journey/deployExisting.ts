import { deepStrictEqual } from 'node:assert';
import type { Change, Forge, RepositoryRef } from '@baremetal/forge';
import type { ControlPlane } from '../../start/startControlPlane';
import { forgeOf } from './steps';

/** What somebody wrote long before the portal was there. */
const OLD: Readonly<Record<string, string>> = {
  'README.md': '# Old API\n\nWritten by hand.\n',
  'src/server.js': "require('node:http').createServer().listen(8080);\n",
};

/**
 * A repository that exists gets what deploys it: pull requests are proposed by `propose`, touch nothing that was there,
 * and are merged one after the other.
 */
export async function deployExisting(
  real: ControlPlane,
  { repo, branch }: { repo: RepositoryRef; branch: string },
  propose: () => Promise<void>,
): Promise<void> {
  const forge = forgeOf(real);
  const made = await forge.createRepository({
    repo,
    description: 'Older than the portal',
    private: true,
    defaultBranch: branch,
  });
  if (made.outcome === 'forbidden') throw new Error(made.reason);
  await forge.commitFiles({
    repo,
    branch,
    files: Object.entries(OLD).map(([path, content]) => ({ path, content })),
    message: 'Start',
  });
  await propose();
  await mergeOnly(forge, repo, 'baremetal/add-deployment');
  const left = await Promise.all(
    Object.keys(OLD).map(async path => [
      path,
      (await forge.readFile(repo, { ref: branch, path }))?.text,
    ]),
  );
  deepStrictEqual(Object.fromEntries(left), OLD);
  await mergeOnly(forge, real.platformRepo, `baremetal/register-${repo.name}`);
}

async function mergeOnly(
  forge: Forge,
  repo: RepositoryRef,
  headPrefix: string,
): Promise<void> {
  const changes: readonly Change[] = await forge.findChanges(repo, {
    headPrefix,
    state: 'open',
  });
  const [change] = changes;
  if (change === undefined || changes.length > 1) {
    throw new Error(
      `${changes.length} pull requests from ${headPrefix} to ${repo.owner}/${repo.name}`,
    );
  }
  const merged = await forge.mergeChange(repo, change.number, {
    expectedHead: change.head.commit,
    method: 'merge',
  });
  if (merged.outcome !== 'merged') throw new Error(JSON.stringify(merged));
}
