import { setTimeout as sleep } from 'node:timers/promises';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { examples } from './awaitEntityAction.examples';

const EVERY_MS = 1000;
const DEFAULT_SECONDS = 60;

/**
 * Waits until the catalog has taken an entity in: registering one returns before it is processed, so a link to it
 * would lead to "not found".
 *
 * Never fails for waiting in vain: the service exists, only its page comes later.
 */
export function createAwaitEntityAction(options: {
  catalog: CatalogService;
  /** Between two questions, in milliseconds. */
  every?: number;
}) {
  const every = options.every ?? EVERY_MS;
  return createTemplateAction({
    id: 'baremetal:catalog:await',
    description:
      'Waits until an entity that was just registered can be opened in the catalog.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: zod =>
          zod.string().min(1).describe('Output of catalog:register'),
        timeoutSeconds: zod =>
          zod
            .number()
            .int()
            .min(0)
            .optional()
            .describe(
              `How long to wait at most; ${DEFAULT_SECONDS} by default`,
            ),
      },
      output: {
        found: zod =>
          zod.boolean().describe('Whether the entity can be opened now'),
      },
    },
    async handler(ctx) {
      const { entityRef, timeoutSeconds = DEFAULT_SECONDS } = ctx.input;
      if (ctx.isDryRun) {
        ctx.logger.info(`Would wait for ${entityRef}`);
        ctx.output('found', true);
        return;
      }
      const tries = Math.max(1, Math.ceil((timeoutSeconds * 1000) / every));
      for (let i = 0; i < tries; i++) {
        if (i > 0) await sleep(every, undefined, { signal: ctx.signal });
        const entity = await options.catalog.getEntityByRef(entityRef, {
          credentials: await ctx.getInitiatorCredentials(),
        });
        if (entity) {
          ctx.logger.info(`${stringifyEntityRef(entity)} is in the catalog`);
          ctx.output('found', true);
          return;
        }
      }
      ctx.logger.warn(
        `The catalog has not processed ${entityRef} within ${timeoutSeconds} s. The service is made and being deployed; its page comes when the catalog gets to it.`,
      );
      ctx.output('found', false);
    },
  });
}
