import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  endpoints,
  type FitAnswer,
  type FitQuestion,
  type OpenPromotionAnswer,
  type OpenPromotionRequest,
  type PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import type {
  BaremetalCallOptions,
  BaremetalService,
} from './baremetalService';

export interface BaremetalClientOptions {
  readonly discovery: DiscoveryService;
  readonly auth: AuthService;
  readonly fetch: typeof fetch;
}

/** Speaks HTTP with the bare-metal backend, wherever discovery says that it runs. */
export class BaremetalClient implements BaremetalService {
  readonly #options: BaremetalClientOptions;

  constructor(options: BaremetalClientOptions) {
    this.#options = options;
  }

  platform(options: BaremetalCallOptions): Promise<PlatformFacts> {
    return this.#call('GET', endpoints.platform, undefined, options);
  }

  fit(
    question: FitQuestion,
    options: BaremetalCallOptions,
  ): Promise<FitAnswer> {
    return this.#call('POST', endpoints.fit, question, options);
  }

  openPromotion(
    request: OpenPromotionRequest,
    options: BaremetalCallOptions,
  ): Promise<OpenPromotionAnswer> {
    return this.#call('POST', endpoints.promotions, request, options);
  }

  async #call<T>(
    method: 'GET' | 'POST',
    path: string,
    body: unknown,
    { credentials }: BaremetalCallOptions,
  ): Promise<T> {
    const { discovery, auth, fetch } = this.#options;
    const baseUrl = await discovery.getBaseUrl('baremetal');
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'baremetal',
    });
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return (await response.json()) as T;
  }
}
