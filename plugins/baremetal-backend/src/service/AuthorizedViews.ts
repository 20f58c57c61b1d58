import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  platformReadPermission,
  promotionOpenPermission,
  serviceReadPermission,
  type FitAnswer,
  type FitQuestion,
  type NameAnswer,
  type PlanAnswer,
  type PlatformFacts,
  type ServiceViewName,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceAuthorizer } from '../authorization/ServiceAuthorizer';
import type { AuthorizedServices } from '../authorization/AuthorizedServices';
import type { ServiceName } from '../authorization/ServiceCatalog';
import { planFromAnswers } from './planFromAnswers';
import type {
  FitService,
  NameService,
  ServiceViews,
  ViewAnswers,
} from './ServiceViews';

export interface AuthorizedViewsOptions {
  readonly services: AuthorizedServices;
  readonly authorizer: ServiceAuthorizer;
  readonly views: ServiceViews;
  readonly capacity: FitService;
  readonly names: NameService;
  readonly platform: PlatformFacts;
}

/** Every read, behind its permission. */
export class AuthorizedViews {
  readonly #options: AuthorizedViewsOptions;

  constructor(options: AuthorizedViewsOptions) {
    this.#options = options;
  }

  async view<View extends ServiceViewName>(
    view: View,
    service: ServiceName,
    credentials: BackstageCredentials,
  ): Promise<ViewAnswers[View]> {
    const { services, authorizer, views } = this.#options;
    const target = await services.find(
      service,
      serviceReadPermission,
      credentials,
    );
    return views[view](target, {
      mayPromote: () =>
        authorizer.allows(promotionOpenPermission, target, credentials),
    });
  }

  async platform(credentials: BackstageCredentials): Promise<PlatformFacts> {
    await this.#options.authorizer.checkBasic(
      platformReadPermission,
      credentials,
    );
    return this.#options.platform;
  }

  async fit(
    question: FitQuestion,
    credentials: BackstageCredentials,
  ): Promise<FitAnswer> {
    const { authorizer, capacity } = this.#options;
    await authorizer.checkBasic(platformReadPermission, credentials);
    return capacity.fit(question);
  }

  /** Whether a name is in use on the clusters, and not by what: services may be restricted. */
  async name(
    name: string,
    credentials: BackstageCredentials,
  ): Promise<NameAnswer> {
    const { authorizer, names } = this.#options;
    await authorizer.checkBasic(platformReadPermission, credentials);
    return names(name);
  }

  /** Whoever may see the platform may ask what a service on it would be: the answer tells of nobody else's. */
  async plan(
    answers: unknown,
    credentials: BackstageCredentials,
  ): Promise<PlanAnswer> {
    await this.#options.authorizer.checkBasic(
      platformReadPermission,
      credentials,
    );
    return planFromAnswers(answers, this.#options);
  }
}
