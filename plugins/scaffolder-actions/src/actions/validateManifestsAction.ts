import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { BaremetalService } from '@baremetal/backstage-plugin-baremetal-node';
import { checkFiles } from '@baremetal/golden-path';
import { examples } from './validateManifestsAction.examples';
import { parseSpec, refusal } from './spec';
import { readWorkspace } from './workspace';

/** Renders every overlay from the workspace and judges what comes out: what is checked is what is pushed. */
export function createValidateManifestsAction(options: {
  baremetal: BaremetalService;
}) {
  return createTemplateAction({
    id: 'baremetal:manifests:validate',
    description:
      'Renders each overlay of the workspace and applies the rules to the result. Fails with every finding.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        spec: zod =>
          zod.any().describe('Output `spec` of baremetal:service:plan'),
      },
      output: {
        objects: zod =>
          zod.number().describe('Objects rendered, over all environments'),
      },
    },
    async handler(ctx) {
      const spec = parseSpec(ctx.input.spec);
      const platform = await options.baremetal.platform({
        credentials: await ctx.getInitiatorCredentials(),
      });
      const { findings, environments } = checkFiles(
        await readWorkspace(ctx.workspacePath),
        { spec, platform },
      );
      const errors = findings.filter(({ severity }) => severity === 'error');
      if (errors.length > 0) throw refusal(errors);
      for (const { environment, objects } of environments) {
        ctx.logger.info(`${environment}: ${objects.length} objects, no error`);
      }
      ctx.output(
        'objects',
        environments.reduce((sum, { objects }) => sum + objects.length, 0),
      );
    },
  });
}
