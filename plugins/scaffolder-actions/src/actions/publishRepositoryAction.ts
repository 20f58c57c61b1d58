import { ConflictError, NotAllowedError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { Forge, RepositoryRef } from '@baremetal/forge';
import { deployedBranch } from '@baremetal/golden-path';
import { examples } from './publishRepositoryAction.examples';
import { parseSpec } from './spec';
import { readWorkspace } from './workspace';

const LOCK = '.baremetal/golden-path.yaml';

/**
 * Makes the repository and pushes the workspace as its first commit.
 *
 * Run again, it finds what it made: a repository whose lock file is ours is completed, any other is left alone.
 */
export function createPublishRepositoryAction(options: { forge: () => Forge }) {
  return createTemplateAction({
    id: 'baremetal:repository:publish',
    description:
      'Creates a private repository on the configured Git host and pushes the workspace in one commit.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        spec: zod =>
          zod.any().describe('Output `spec` of baremetal:service:plan'),
      },
      output: {
        webUrl: zod => zod.string().describe('The repository in a browser'),
        cloneUrl: zod => zod.string(),
        commit: zod => zod.string(),
        catalogInfoUrl: zod => zod.string(),
      },
    },
    async handler(ctx) {
      const spec = parseSpec(ctx.input.spec);
      const repo: RepositoryRef = {
        owner: spec.repo.owner,
        name: spec.repo.name,
      };
      const branch = deployedBranch(spec);
      const files = await readWorkspace(ctx.workspacePath);
      const forge = options.forge();
      const call = { signal: ctx.signal };

      if (ctx.isDryRun) {
        ctx.logger.info(
          `Would push ${files.size} files to ${repo.owner}/${repo.name}`,
        );
        output(`${forge.webUrl}/${repo.owner}/${repo.name}`, '', 'dry-run');
        return;
      }

      const made = await ctx.checkpoint({
        key: 'create-repository',
        fn: async () => {
          const result = await forge.createRepository(
            {
              repo,
              description: spec.description,
              private: true,
              defaultBranch: branch,
            },
            call,
          );
          if (result.outcome === 'forbidden') {
            throw new NotAllowedError(
              `The repository ${repo.owner}/${repo.name} may not be created: ${result.reason}`,
            );
          }
          if (result.outcome === 'exists' && !result.empty) {
            const lock = await forge.readFile(
              repo,
              { ref: branch, path: LOCK },
              call,
            );
            if (lock?.text !== files.get(LOCK)) {
              throw new ConflictError(
                `The repository ${repo.owner}/${repo.name} exists already and was not made from these answers. Choose another repository name; nothing was changed in it.`,
              );
            }
          }
          return { webUrl: result.webUrl, cloneUrl: result.cloneUrl };
        },
      });
      const commit = await ctx.checkpoint({
        key: 'push-first-commit',
        fn: async () => {
          const result = await forge.commitFiles(
            {
              repo,
              branch,
              files: [...files].map(([path, content]) => ({ path, content })),
              message: `Create ${spec.name} from the golden path`,
              author: author(ctx.user),
            },
            call,
          );
          switch (result.outcome) {
            case 'committed':
            case 'unchanged':
              return result.commitId;
            case 'headMoved':
              throw new ConflictError(
                `Somebody pushed to ${repo.owner}/${repo.name} meanwhile; run the task again`,
              );
            case 'forbidden':
              throw new NotAllowedError(
                `Pushing to ${repo.owner}/${repo.name} is not allowed: ${result.reason}`,
              );
          }
        },
      });
      output(made.webUrl, made.cloneUrl, commit);

      function output(webUrl: string, cloneUrl: string, commitId: string) {
        ctx.output('webUrl', webUrl);
        ctx.output('cloneUrl', cloneUrl);
        ctx.output('commit', commitId);
        ctx.output(
          'catalogInfoUrl',
          `${webUrl}/src/branch/${branch
            .split('/')
            .map(encodeURIComponent)
            .join('/')}/catalog-info.yaml`,
        );
      }
    },
  });
}

function author(
  user: { entity?: { metadata: { name: string }; spec?: unknown } } | undefined,
) {
  const profile = (
    user?.entity?.spec as
      | { profile?: { displayName?: string; email?: string } }
      | undefined
  )?.profile;
  const name = profile?.displayName ?? user?.entity?.metadata.name;
  return name === undefined
    ? undefined
    : {
        name,
        email:
          profile?.email ??
          `${user?.entity?.metadata.name}@users.noreply.invalid`,
      };
}
