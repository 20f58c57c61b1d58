import { ResponseError } from '@backstage/errors';
import type { FetchApi } from '@backstage/frontend-plugin-api';
import {
  endpoints,
  type DecidePromotionRequest,
  type FitQuestion,
  type OpenPromotionRequest,
  type ServiceViewName,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { AskOptions, BaremetalApi, EntityKey } from './BaremetalApi';

/** {@link BaremetalApi} over HTTP. */
export class BaremetalClient implements BaremetalApi {
  readonly #fetchApi: FetchApi;

  constructor(options: { fetchApi: FetchApi }) {
    this.#fetchApi = options.fetchApi;
  }

  getPlatform = (options?: AskOptions) =>
    this.#ask(endpoints.platform, options);

  askFit = (question: FitQuestion, options?: AskOptions) =>
    this.#send(endpoints.fit, question, options);

  askName = (name: string, options?: AskOptions) =>
    this.#ask(endpoints.name(name), options);

  getOverview = (entity: EntityKey, options?: AskOptions) =>
    this.#service(entity, 'overview', options);

  getRollouts = (entity: EntityKey, options?: AskOptions) =>
    this.#service(entity, 'rollouts', options);

  getStorage = (entity: EntityKey, options?: AskOptions) =>
    this.#service(entity, 'storage', options);

  getCapacity = (entity: EntityKey, options?: AskOptions) =>
    this.#service(entity, 'capacity', options);

  previewPromotion = (
    question: { readonly entity: EntityKey; readonly to: string },
    options?: AskOptions,
  ) =>
    this.#ask(
      `${endpoints.service(
        question.entity,
        'promotion-preview',
      )}?${new URLSearchParams({ to: question.to })}`,
      options,
    );

  openPromotion = (request: OpenPromotionRequest, options?: AskOptions) =>
    this.#send(endpoints.promotions, request, options);

  getPromotions = (options?: AskOptions) =>
    this.#ask(endpoints.promotions, options);

  getPromotion = (id: string, options?: AskOptions) =>
    this.#ask(endpoints.promotion(id), options);

  approvePromotion = (id: string, request: DecidePromotionRequest) =>
    this.#send(endpoints.promotion(id, 'approve'), request);

  mergePromotion = (id: string, request: DecidePromotionRequest) =>
    this.#send(endpoints.promotion(id, 'merge'), request);

  #service(entity: EntityKey, view: ServiceViewName, options?: AskOptions) {
    return this.#ask(endpoints.service(entity, view), options);
  }

  #send(path: string, body: unknown, options?: AskOptions) {
    return this.#ask(path, {
      ...options,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  // The paths and their answers are one table (`endpoints`) that the backend's router tests hold: what arrives is
  // what each method promises.
  async #ask(path: string, init?: RequestInit): Promise<any> {
    const response = await this.#fetchApi.fetch(
      `plugin://baremetal${path}`,
      init,
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
