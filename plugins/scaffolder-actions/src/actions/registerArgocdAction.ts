import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { BaremetalService } from '@baremetal/backstage-plugin-baremetal-node';
import type { Forge, RepositoryRef } from '@baremetal/forge';
import { examples } from './registerArgocdAction.examples';
import {
  refuseForeign,
  type RegistrationFile,
  registrationFiles,
} from './registration';
import { parseSpec } from './spec';
import { readWorkspace } from './workspace';

const BRANCH = 'main';
const ATTEMPTS = 6;

/**
 * Commits a service's Argo CD objects to the repository that Argo CD watches.
 *
 * They are the platform's from then on: what a service may deploy and where is not decided in its own repository.
 * Somebody else may commit at the same time, so the commit is made on the head that was read, and again on the next.
 */
export function createRegisterArgocdAction(options: {
  forge: () => Forge;
  baremetal: BaremetalService;
}) {
  return createTemplateAction({
    id: 'baremetal:argocd:register',
    description:
      'Registers the service with Argo CD: commits its AppProject and ApplicationSet to the platform repository.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        spec: zod =>
          zod.any().describe('Output `spec` of baremetal:service:plan'),
      },
      output: {
        commit: zod =>
          zod.string().describe('Commit in the platform repository'),
      },
    },
    async handler(ctx) {
      const spec = parseSpec(ctx.input.spec);
      const platform = await options.baremetal.platform({
        credentials: await ctx.getInitiatorCredentials(),
      });
      const repo = platform.platformRepo;
      const workspace = await readWorkspace(ctx.workspacePath);
      const files = registrationFiles(spec.name, path => {
        const text = workspace.get(path);
        if (text === undefined) {
          throw new NotFoundError(
            `The workspace has no ${path}; baremetal:manifests:generate writes it`,
          );
        }
        return text;
      });
      if (ctx.isDryRun) {
        ctx.logger.info(`Would commit ${files.map(f => f.path).join(', ')}`);
        ctx.output('commit', 'dry-run');
        return;
      }
      const commit = await ctx.checkpoint({
        key: 'register-with-argocd',
        fn: () =>
          commitOnHead(options.forge(), repo, {
            name: spec.name,
            files,
            signal: ctx.signal,
          }),
      });
      ctx.output('commit', commit);
    },
  });
}

async function commitOnHead(
  forge: Forge,
  repo: RepositoryRef,
  change: {
    name: string;
    files: readonly RegistrationFile[];
    signal?: AbortSignal;
  },
): Promise<string> {
  const call = { signal: change.signal };
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const head = await forge.branchHead(repo, BRANCH, call);
    if (head === undefined) {
      throw new NotAllowedError(
        `The platform repository ${repo.owner}/${repo.name} has no branch ${BRANCH}, or this token may not read it`,
      );
    }
    await refuseForeign(forge, repo, { ...change, ref: head });
    const result = await forge.commitFiles(
      {
        repo,
        branch: BRANCH,
        expectedHead: head,
        files: change.files,
        message: `Register ${change.name}`,
      },
      call,
    );
    switch (result.outcome) {
      case 'committed':
      case 'unchanged':
        return result.commitId;
      case 'forbidden':
        throw new NotAllowedError(
          `${repo.owner}/${repo.name} may not be written: ${result.reason}`,
        );
      case 'headMoved':
        break;
    }
  }
  throw new ConflictError(
    `${repo.owner}/${repo.name} moved on ${ATTEMPTS} times while ${change.name} was being registered; run the task again`,
  );
}
