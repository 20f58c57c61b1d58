import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import {
  promotionApprovePermission,
  promotionOpenPermission,
  serviceReadPermission,
  type OpenPromotionAnswer,
  type OpenPromotionRequest,
  type PromotionDetail,
  type PromotionPreview,
  type PromotionQueue,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { ServiceTarget } from '@baremetal/backstage-plugin-baremetal-node';
import type { ServiceAuthorizer } from '../authorization/ServiceAuthorizer';
import type { AuthorizedServices } from '../authorization/AuthorizedServices';
import type { ServiceName } from '../authorization/ServiceCatalog';
import type { Viewer } from './context';
import { explainForge } from './explainForge';
import type { Asker, PromotionService } from './PromotionService';

/** A person; promotions are never asked for or decided by a program in its own name. */
export type Person = BackstageCredentials<BackstageUserPrincipal>;

export interface AuthorizedPromotionsOptions {
  readonly services: AuthorizedServices;
  readonly authorizer: ServiceAuthorizer;
  readonly promotions: PromotionService;
}

/** Everything about promotions, behind its permission. */
export class AuthorizedPromotions {
  readonly #options: AuthorizedPromotionsOptions;

  constructor(options: AuthorizedPromotionsOptions) {
    this.#options = options;
  }

  async preview(
    service: ServiceName,
    to: string,
    person: Person,
  ): Promise<PromotionPreview> {
    const target = await this.#options.services.find(
      service,
      serviceReadPermission,
      person,
    );
    const asker = await this.#askerOf(target, person);
    return explainForge(
      this.#options.promotions.preview(target, { to }, asker),
    );
  }

  async open(
    request: OpenPromotionRequest,
    person: Person,
  ): Promise<OpenPromotionAnswer> {
    const target = await this.#options.services.find(
      request,
      promotionOpenPermission,
      person,
    );
    const asker = await this.#askerOf(target, person);
    return explainForge(this.#options.promotions.open(target, request, asker));
  }

  async queue(person: Person): Promise<PromotionQueue> {
    const { services, promotions, authorizer } = this.#options;
    const targets = await services.findMany(
      await promotions.services(),
      serviceReadPermission,
      person,
    );
    const mine = await authorizer.filter(
      promotionApprovePermission,
      [...targets.values()],
      person,
    );
    const { userEntityRef: userRef } = person.principal;
    return promotions.queue(targets, entityRef => {
      const target = targets.get(entityRef);
      return { userRef, mayApprove: !!target && mine.includes(target) };
    });
  }

  async get(id: string, person: Person): Promise<PromotionDetail> {
    const target = await this.#targetOf(id, 'read', person);
    const viewer = await this.#viewerOf(target, person);
    return explainForge(this.#options.promotions.get(id, target, viewer));
  }

  async decide(
    id: string,
    verb: 'approve' | 'merge',
    asked: { readonly headCommit: string; readonly person: Person },
  ): Promise<PromotionDetail> {
    const { person, headCommit } = asked;
    const target = await this.#targetOf(id, 'decide', person);
    const viewer = await this.#viewerOf(target, person);
    return explainForge(
      this.#options.promotions[verb](id, target, { viewer, headCommit }),
    );
  }

  async #targetOf(
    id: string,
    what: 'read' | 'decide',
    person: Person,
  ): Promise<ServiceTarget> {
    const { services, promotions } = this.#options;
    const entityRef = await promotions.serviceOf(id);
    return services.find(
      { entityRef },
      what === 'read' ? serviceReadPermission : promotionApprovePermission,
      person,
    );
  }

  async #viewerOf(target: ServiceTarget, person: Person): Promise<Viewer> {
    const mine = await this.#options.authorizer.filter(
      promotionApprovePermission,
      [target],
      person,
    );
    const { userEntityRef: userRef } = person.principal;
    return { userRef, mayApprove: mine.length > 0 };
  }

  async #askerOf(target: ServiceTarget, person: Person): Promise<Asker> {
    const allowed = await this.#options.authorizer.filter(
      promotionOpenPermission,
      [target],
      person,
    );
    const viewer = await this.#viewerOf(target, person);
    return { ...viewer, mayAsk: allowed.length > 0 };
  }
}
