import type {
  AuditorService,
  AuthService,
  DatabaseService,
  HttpAuthService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import type { PromotionSummary } from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceTarget } from '@baremetal/backstage-plugin-baremetal-node';
import { createGiteaForge } from '@baremetal/forge';
import type { Router } from 'express';
import type { AuthorizedServices } from '../authorization/AuthorizedServices';
import type { ServiceAuthorizer } from '../authorization/ServiceAuthorizer';
import type { ServiceCatalog } from '../authorization/ServiceCatalog';
import { createPromotionRoutes } from '../router/promotion';
import { AuthorizedPromotions } from './AuthorizedPromotions';
import { createPromotions } from './createPromotions';
import type { PromotionFacts } from './PromotionFacts';
import { DatabasePromotionStore } from './store/DatabasePromotionStore';

export interface StartPromotionsOptions {
  readonly git: { readonly url: string; readonly token: string };
  readonly settings: {
    readonly fourEyes: boolean;
    /** Entity ref of the group that approves. */
    readonly platformTeam: string;
    /** Base URL of the pages. */
    readonly appUrl: string;
    readonly simulated: boolean;
  };
  readonly facts: PromotionFacts;
  readonly catalog: ServiceCatalog;
  readonly services: AuthorizedServices;
  readonly authorizer: ServiceAuthorizer;
  readonly auditor: AuditorService;
  readonly auth: AuthService;
  readonly database: DatabaseService;
  readonly httpAuth: HttpAuthService;
  readonly logger: LoggerService;
  readonly scheduler: SchedulerService;
  /** Tells open pages that promotions changed. */
  readonly changed: () => void;
}

export interface RunningPromotions {
  readonly router: Router;
  /** What is under way for a service, without a call to the Git host. */
  ofService(target: ServiceTarget): Promise<readonly PromotionSummary[]>;
}

/** Starts promotions: their routes, and the work that keeps them up to date. */
export async function startPromotions(
  options: StartPromotionsOptions,
): Promise<RunningPromotions> {
  const { git, settings, catalog, auth, scheduler } = options;
  const promotions = createPromotions({
    store: await DatabasePromotionStore.create(options),
    forge: createGiteaForge(git),
    facts: options.facts,
    // Every replica derives the same key, and nobody outside knows it.
    secret: git.token,
    logger: options.logger,
    changed: options.changed,
    settings: {
      fourEyes: settings.fourEyes,
      approvers: `Anyone of ${parseEntityRef(settings.platformTeam).name}`,
      appUrl: settings.appUrl.replace(/\/+$/, ''),
      simulated: settings.simulated,
    },
  });
  await scheduler.scheduleTask({
    id: 'refresh-promotions',
    // One replica asks the Git host for all of them.
    scope: 'global',
    frequency: { seconds: 5 },
    timeout: { minutes: 2 },
    fn: () =>
      promotions.refresh(async entityRefs =>
        catalog.findMany(entityRefs, await auth.getOwnServiceCredentials()),
      ),
  });
  return {
    router: createPromotionRoutes({
      httpAuth: options.httpAuth,
      auditor: options.auditor,
      promotions: new AuthorizedPromotions({ ...options, promotions }),
    }),
    ofService: target => promotions.ofService(target),
  };
}
