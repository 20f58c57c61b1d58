import type { GitHostAccess } from '@baremetal/platform-sim';
import { createGiteaForge } from '@baremetal/forge';

const README = `# What Argo CD deploys

One folder per registered service under \`apps/\`, written when a service is created: its AppProject and its
ApplicationSet. What a service may deploy, and where, is decided here and not in its own repository.
`;

/** Makes the repository that Argo CD watches. */
export async function seedPlatformRepo(
  git: GitHostAccess,
  repo: { owner: string; name: string },
): Promise<void> {
  const forge = createGiteaForge({ url: git.url, token: git.token });
  const made = await forge.createRepository({
    repo,
    description: 'What Argo CD deploys',
    private: true,
    defaultBranch: 'main',
  });
  if (made.outcome === 'forbidden') throw new Error(made.reason);
  await forge.commitFiles({
    repo,
    branch: 'main',
    files: [{ path: 'apps/README.md', content: README }],
    message: 'Start the platform repository',
  });
}
