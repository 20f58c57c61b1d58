import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { BaremetalService } from '@baremetal/backstage-plugin-baremetal-node';
import { z } from 'zod/v3';
import { examples } from './openPromotionAction.examples';

const inputSchema = z.object({
  entityRef: z
    .string()
    .min(1, 'name the service, for example component:default/orders'),
  from: z.string().min(1),
  to: z.string().min(1),
});

/** Asks for a promotion in the name of whoever runs the task. Run again, it finds the pull request it opened. */
export function createOpenPromotionAction(options: {
  baremetal: BaremetalService;
}) {
  return createTemplateAction({
    id: 'baremetal:promotion:open',
    description:
      'Opens the pull request that sets the image of one environment to what really runs in the one before.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: zod =>
          zod
            .string()
            .describe('The service, for example component:default/orders'),
        from: zod =>
          zod
            .string()
            .describe('Environment whose running version is promoted'),
        to: zod => zod.string().describe('Environment that gets it'),
      },
      output: {
        outcome: zod => zod.string().describe('opened, existing or wouldOpen'),
        changeUrl: zod => zod.string().optional().describe('The pull request'),
        promotionId: zod => zod.string().optional(),
      },
    },
    async handler(ctx) {
      const request = inputSchema.parse(ctx.input);
      const credentials = await ctx.getInitiatorCredentials();
      const ask = async () => {
        const { outcome, promotion } = await options.baremetal.openPromotion(
          { ...request, ...(ctx.isDryRun ? { dryRun: true } : {}) },
          { credentials },
        );
        return {
          outcome,
          changeUrl: promotion?.changeUrl ?? '',
          promotionId: promotion?.id ?? '',
        };
      };
      const answer = ctx.isDryRun
        ? await ask()
        : await ctx.checkpoint({
            key: `open-promotion-${request.entityRef}-${request.to}`,
            fn: ask,
          });
      ctx.logger.info(
        answer.outcome === 'wouldOpen'
          ? `Would open a promotion ${request.from} -> ${request.to}`
          : `${answer.outcome}: ${answer.changeUrl}`,
      );
      ctx.output('outcome', answer.outcome);
      if (answer.changeUrl) ctx.output('changeUrl', answer.changeUrl);
      if (answer.promotionId) ctx.output('promotionId', answer.promotionId);
    },
  });
}
