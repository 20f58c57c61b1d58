import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { BaremetalService } from '@baremetal/backstage-plugin-baremetal-node';
import { planService } from '@baremetal/golden-path';
import { examples } from './generateManifestsAction.examples';
import { parseSpec, refusal } from './spec';
import { writeWorkspace } from './workspace';

/** Writes everything that follows from the spec into the workspace: the same bytes that the form showed. */
export function createGenerateManifestsAction(options: {
  baremetal: BaremetalService;
}) {
  return createTemplateAction({
    id: 'baremetal:manifests:generate',
    description:
      'Writes deploy/, argocd/, catalog-info.yaml and the lock file of a planned service into the workspace.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        spec: zod =>
          zod.any().describe('Output `spec` of baremetal:service:plan'),
      },
      output: {
        files: zod => zod.array(zod.string()).describe('Paths written'),
      },
    },
    async handler(ctx) {
      const spec = parseSpec(ctx.input.spec);
      const platform = await options.baremetal.platform({
        credentials: await ctx.getInitiatorCredentials(),
      });
      const { files, findings } = planService(spec, platform);
      const errors = findings.filter(({ severity }) => severity === 'error');
      if (errors.length > 0) throw refusal(errors);

      await writeWorkspace(ctx.workspacePath, files);
      ctx.logger.info(`${files.size} files written`);
      ctx.output('files', [...files.keys()]);
    },
  });
}
