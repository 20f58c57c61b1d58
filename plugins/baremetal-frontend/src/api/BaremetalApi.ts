import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  DecidePromotionRequest,
  FitAnswer,
  FitQuestion,
  NameAnswer,
  OpenPromotionAnswer,
  OpenPromotionRequest,
  PlatformFacts,
  PromotionDetail,
  PromotionPreview,
  PromotionQueue,
  ServiceCapacity,
  ServiceOverview,
  ServiceRollouts,
  ServiceStorage,
} from '@baremetal/backstage-plugin-baremetal-common';

/** Where a service's entity is in the catalog. */
export interface EntityKey {
  readonly namespace: string;
  readonly name: string;
}

export interface AskOptions {
  readonly signal?: AbortSignal;
}

/**
 * What the frontend can ask the baremetal backend.
 *
 * Every call rejects with a `ResponseError` when the backend refuses, and with a plain error when it cannot be reached.
 *
 * @public
 */
export interface BaremetalApi {
  getPlatform(options?: AskOptions): Promise<PlatformFacts>;
  askFit(question: FitQuestion, options?: AskOptions): Promise<FitAnswer>;
  /** Whether something runs already where a service of this name would. */
  askName(name: string, options?: AskOptions): Promise<NameAnswer>;
  getOverview(
    entity: EntityKey,
    options?: AskOptions,
  ): Promise<ServiceOverview>;
  getRollouts(
    entity: EntityKey,
    options?: AskOptions,
  ): Promise<ServiceRollouts>;
  getStorage(entity: EntityKey, options?: AskOptions): Promise<ServiceStorage>;
  getCapacity(
    entity: EntityKey,
    options?: AskOptions,
  ): Promise<ServiceCapacity>;
  previewPromotion(
    question: { readonly entity: EntityKey; readonly to: string },
    options?: AskOptions,
  ): Promise<PromotionPreview>;
  openPromotion(
    request: OpenPromotionRequest,
    options?: AskOptions,
  ): Promise<OpenPromotionAnswer>;
  getPromotions(options?: AskOptions): Promise<PromotionQueue>;
  getPromotion(id: string, options?: AskOptions): Promise<PromotionDetail>;
  /** Refused with 409 when the head is not the one in the request any more. */
  approvePromotion(
    id: string,
    request: DecidePromotionRequest,
  ): Promise<PromotionDetail>;
  /** Refused with 409 when the head is not the one in the request any more. */
  mergePromotion(
    id: string,
    request: DecidePromotionRequest,
  ): Promise<PromotionDetail>;
}

/** @public */
export const baremetalApiRef = createApiRef<BaremetalApi>({
  id: 'plugin.baremetal.service',
});
