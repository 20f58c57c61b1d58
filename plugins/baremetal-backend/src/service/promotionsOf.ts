import { NotFoundError } from '@backstage/errors';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { BaremetalConfig } from '../config';
import {
  startPromotions,
  type StartPromotionsOptions,
} from '../promotion/startPromotions';
import type { OverviewServiceOptions } from './OverviewService';

const MISSING = 'No Git host is configured (baremetal.git)';

/** What the rest of the plugin sees of promotions. */
export interface Promotions {
  readonly router: Router;
  readonly of: OverviewServiceOptions['promotions'];
}

/** Promotions need a Git host; an installation without one still shows everything else. */
export async function promotionsOf(
  config: BaremetalConfig,
  options: Omit<StartPromotionsOptions, 'git' | 'settings'> & {
    readonly appUrl: string;
  },
): Promise<Promotions> {
  const { git, promotion, platformTeam, simulated } = config;
  if (git === undefined) {
    return withoutGitHost();
  }
  const { appUrl, ...rest } = options;
  const running = await startPromotions({
    ...rest,
    git,
    settings: { ...promotion, platformTeam, simulated, appUrl },
  });
  return {
    router: running.router,
    of: async target => {
      try {
        return { known: true, value: await running.ofService(target) };
      } catch (error) {
        options.logger.warn(`Promotions of ${target.identity.name}: ${error}`);
        const message = 'Promotions could not be read from the database.';
        return { known: false, problem: { kind: 'unexpected', message } };
      }
    },
  };
}

function withoutGitHost(): Promotions {
  const router = PromiseRouter();
  const paths = [
    '/v1/promotions',
    '/v1/services/:namespace/:name/promotion-preview',
  ];
  router.use(paths, () => {
    throw new NotFoundError(`${MISSING}, so nothing can be promoted`);
  });
  return {
    router,
    of: async () => ({
      known: false,
      problem: { kind: 'notInstalled', message: `${MISSING}.` },
    }),
  };
}
