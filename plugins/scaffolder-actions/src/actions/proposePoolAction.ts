import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { BaremetalService } from '@baremetal/backstage-plugin-baremetal-node';
import type { Forge, RepositoryRef } from '@baremetal/forge';
import {
  parsePoolSpec,
  planPool,
  poolFitQuestion,
  poolFolder,
  type PoolSpec,
  withoutEmpty,
} from '@baremetal/golden-path';
import { z } from 'zod/v3';
import { changeUrlOf, proposeFiles } from '../proposeFiles';
import { poolChangeBody } from './poolChangeBody';
import { examples } from './proposePoolAction.examples';
import { refusal } from './spec';
import { writeWorkspace } from './workspace';

const BASE = 'main';
const REFUSED = 'This pool cannot be proposed';

const inputSchema = z.object({
  answers: z.unknown(),
  acknowledged: z.array(z.string()).nullish(),
});

/**
 * Proposes storage classes, a reserve, images and alerts of a pool of machines to the platform repository.
 *
 * A pull request and no commit: it concerns every service on these machines. Run again, it finds the one it opened.
 */
export function createProposePoolAction(options: {
  forge: () => Forge;
  baremetal: BaremetalService;
}) {
  const { baremetal } = options;
  return createTemplateAction({
    id: 'baremetal:pool:propose',
    description:
      'Checks the answers about a pool of machines against what the clusters say, and opens a pull request to the platform repository.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        answers: zod =>
          zod.any().describe('A pool: its classes, its reserve, its images'),
        acknowledged: zod =>
          zod
            .array(zod.string())
            .nullish()
            .describe('Ids of warnings that the platform team accepts'),
      },
      output: {
        outcome: zod =>
          zod.string().describe('proposed, updated, unchanged or wouldPropose'),
        changeUrl: zod => zod.string().optional().describe('The pull request'),
        files: zod => zod.array(zod.string()).describe('Paths proposed'),
      },
    },
    async handler(ctx) {
      const { answers, acknowledged } = inputSchema.parse(ctx.input);
      const credentials = await ctx.getInitiatorCredentials();
      const platform = await baremetal.platform({ credentials });
      const parsed = parsePoolSpec(withoutEmpty(answers));
      if (!parsed.ok) throw refusal(parsed.findings, REFUSED);
      const { spec } = parsed;
      const live = await baremetal.fit(poolFitQuestion(spec), { credentials });
      const { files, findings, notChecked } = planPool(spec, platform, live);
      const refused = findings.filter(
        ({ id, severity }) =>
          severity === 'error' || !acknowledged?.includes(id),
      );
      if (refused.length > 0) throw refusal(refused, REFUSED);
      for (const { id, reason } of notChecked) {
        ctx.logger.warn(`${id} was not checked, because ${reason}`);
      }
      await writeWorkspace(ctx.workspacePath, files);
      ctx.output('files', [...files.keys()]);
      if (ctx.isDryRun) {
        ctx.output('outcome', 'wouldPropose');
        return;
      }

      const { outcome, changeUrl } = await ctx.checkpoint({
        key: `propose-pool-${spec.name}`,
        fn: () =>
          propose(options.forge(), platform.platformRepo, {
            spec,
            files,
            body: poolChangeBody(spec, { findings, notChecked }),
            signal: ctx.signal,
          }),
      });
      ctx.logger.info(`${outcome} ${changeUrl}`.trimEnd());
      ctx.output('outcome', outcome);
      if (changeUrl) ctx.output('changeUrl', changeUrl);
    },
  });
}

async function propose(
  forge: Forge,
  repo: RepositoryRef,
  pool: {
    spec: PoolSpec;
    files: ReadonlyMap<string, string>;
    body: string;
    signal?: AbortSignal;
  },
) {
  const { spec, files, body, signal } = pool;
  const branch = `baremetal/pool-${spec.name}`;
  const proposed = await proposeFiles(
    forge,
    { repo, base: BASE, branch, signal },
    async ref => {
      const under = poolFolder(spec.name);
      const there = await forge.listFiles(repo, { ref, under }, { signal });
      return {
        title: `Pool ${spec.name}`,
        body,
        // The folder is the pool's own: what is not answered any more goes.
        files: new Map([
          ...there.map((path): [string, undefined] => [path, undefined]),
          ...files,
        ]),
      };
    },
  );
  return { outcome: proposed.outcome, changeUrl: changeUrlOf(proposed) };
}
