import {
  coreServices,
  createServiceFactory,
  createServiceRef,
  type BackstageCredentials,
} from '@backstage/backend-plugin-api';
import type {
  FitAnswer,
  FitQuestion,
  OpenPromotionAnswer,
  OpenPromotionRequest,
  PlatformFacts,
} from '@baremetal/backstage-plugin-baremetal-common';
import { BaremetalClient } from './BaremetalClient';

/** In whose name a call is made. */
export interface BaremetalCallOptions {
  readonly credentials: BackstageCredentials;
}

/**
 * The bare-metal backend, for other plugins of the installation. Everything is asked, and authorized, in the name of
 * the given credentials.
 *
 * @public
 */
export interface BaremetalService {
  platform(options: BaremetalCallOptions): Promise<PlatformFacts>;
  /** How many pods of a size fit where. A cluster that does not answer is in the answer, as a failed reading. */
  fit(question: FitQuestion, options: BaremetalCallOptions): Promise<FitAnswer>;
  /** Idempotent: asking twice for the same promotion answers `existing`. */
  openPromotion(
    request: OpenPromotionRequest,
    options: BaremetalCallOptions,
  ): Promise<OpenPromotionAnswer>;
}

/**
 * How other plugins reach the bare-metal backend.
 *
 * @public
 */
export const baremetalServiceRef = createServiceRef<BaremetalService>({
  id: 'baremetal.service',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { discovery: coreServices.discovery, auth: coreServices.auth },
      factory: ({ discovery, auth }) =>
        new BaremetalClient({ discovery, auth, fetch }),
    }),
});
