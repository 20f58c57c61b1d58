import { ConflictError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { PlatformFacts } from '@baremetal/backstage-plugin-baremetal-common';
import type { BaremetalService } from '@baremetal/backstage-plugin-baremetal-node';
import type { Forge } from '@baremetal/forge';
import {
  deployedBranch,
  type FileTree,
  onBranch,
  renderAdoption,
  type ServiceSpec,
} from '@baremetal/golden-path';
import { changeUrlOf, proposeFiles } from '../proposeFiles';
import {
  deploymentChangeBody,
  registrationChangeBody,
} from './deploymentTexts';
import { examples } from './proposeDeploymentAction.examples';
import {
  onDefaultBranch,
  readAdopted,
  refuseOverwriting,
} from './adoptedRepository';
import { refuseForeign, registrationFiles } from './registration';
import { parseSpec } from './spec';
import { writeWorkspace } from './workspace';

/** Of the platform's repository: Argo CD is told to read it there. */
const PLATFORM_BASE = 'main';
const BRANCH = 'baremetal/add-deployment';

/**
 * Proposes the deployment of a service to the repository that it has, and its registration to the platform's.
 *
 * Two pull requests, to be merged one after the other: Argo CD must not look for overlays that are not there yet.
 * Nothing that the repository holds is overwritten. Run again, it finds what it proposed. Both pull requests follow the
 * default branch that the Git host names.
 */
export function createProposeDeploymentAction(options: {
  forge: () => Forge;
  baremetal: BaremetalService;
}) {
  return createTemplateAction({
    id: 'baremetal:deployment:propose',
    description:
      'Opens pull requests that add deploy/, argocd/ and catalog annotations to a repository that exists, and register it with Argo CD.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        spec: zod =>
          zod.any().describe('Output `spec` of baremetal:service:plan'),
      },
      output: {
        outcome: zod =>
          zod.string().describe('proposed, updated, unchanged or wouldPropose'),
        changeUrl: zod => zod.string().optional().describe('The pull request'),
        registrationUrl: zod =>
          zod
            .string()
            .optional()
            .describe('The pull request to the platform repository'),
      },
    },
    async handler(ctx) {
      const spec = parseSpec(ctx.input.spec);
      const platform = await options.baremetal.platform({
        credentials: await ctx.getInitiatorCredentials(),
      });
      if (ctx.isDryRun) {
        const made = adopt(spec, platform, { hasCodeOwners: false });
        await writeWorkspace(ctx.workspacePath, made);
        ctx.logger.info(
          `Would propose ${made.size} files to ${spec.repo.owner}/${spec.repo.name}, as far as it does not have them`,
        );
        ctx.output('outcome', 'wouldPropose');
        return;
      }
      const context = {
        forge: options.forge(),
        spec,
        platform,
        signal: ctx.signal,
      };
      const deployment = await ctx.checkpoint({
        key: `propose-deployment-${spec.name}`,
        fn: () => proposeDeployment(context),
      });
      ctx.logger.info(`${deployment.outcome} ${deployment.changeUrl}`);
      const registration = await ctx.checkpoint({
        key: `propose-registration-${spec.name}`,
        fn: () => proposeRegistration(context, deployment),
      });
      ctx.logger.info(`${registration.outcome} ${registration.changeUrl}`);
      ctx.output('outcome', deployment.outcome);
      if (deployment.changeUrl) ctx.output('changeUrl', deployment.changeUrl);
      if (registration.changeUrl) {
        ctx.output('registrationUrl', registration.changeUrl);
      }
    },
  });
}

interface Context {
  readonly forge: Forge;
  readonly spec: ServiceSpec;
  readonly platform: PlatformFacts;
  readonly signal?: AbortSignal;
}

/** What the first pull request came to, which the second goes on from. A checkpoint keeps types of JSON only. */
type Deployment = {
  readonly outcome: string;
  readonly changeUrl: string;
  /** The branch that it goes to: both must say the same, however long lies between them. */
  readonly base: string;
};

async function proposeDeployment({
  forge,
  platform,
  signal,
  ...context
}: Context): Promise<Deployment> {
  const spec = await onDefaultBranch(forge, context.spec, signal);
  const repo = { owner: spec.repo.owner, name: spec.repo.name };
  const base = deployedBranch(spec);
  const proposed = await proposeFiles(
    forge,
    { repo, base, branch: BRANCH, signal },
    async ref => {
      const at = { repo, ref, signal };
      const files = adopt(spec, platform, await readAdopted(forge, at));
      await refuseOverwriting(forge, at, files);
      return {
        title: `Deploy ${spec.name} on bare metal`,
        body: deploymentChangeBody(spec, platform),
        files,
      };
    },
  );
  return { outcome: proposed.outcome, changeUrl: changeUrlOf(proposed), base };
}

async function proposeRegistration(
  { forge, platform, signal, ...context }: Context,
  deployment: Deployment,
) {
  const spec = onBranch(context.spec, deployment.base);
  const repo = platform.platformRepo;
  const made = adopt(spec, platform, { hasCodeOwners: true });
  const files = registrationFiles(spec.name, file => made.get(file)!);
  const proposed = await proposeFiles(
    forge,
    {
      repo,
      base: PLATFORM_BASE,
      branch: `baremetal/register-${spec.name}`,
      signal,
    },
    async ref => {
      await refuseForeign(forge, repo, { name: spec.name, files, ref, signal });
      return {
        title: `Register ${spec.name}`,
        body: registrationChangeBody(spec, deployment.changeUrl),
        files: new Map(files.map(({ path, content }) => [path, content])),
      };
    },
  );
  return { outcome: proposed.outcome, changeUrl: changeUrlOf(proposed) };
}

function adopt(
  spec: ServiceSpec,
  platform: PlatformFacts,
  there: Parameters<typeof renderAdoption>[2],
): FileTree {
  const adoption = renderAdoption(spec, platform, there);
  if (!adoption.ok) {
    throw new ConflictError(
      `${spec.repo.owner}/${spec.repo.name} cannot be given a deployment: ${adoption.reason}. Nothing was changed.`,
    );
  }
  return adoption.files;
}
