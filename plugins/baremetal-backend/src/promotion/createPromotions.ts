import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Forge } from '@baremetal/forge';
import { randomUUID } from 'node:crypto';
import type { PromotionSettings } from './context';
import { MarkerSigner } from './MarkerSigner';
import { OverlayReader } from './OverlayReader';
import type { PromotionFacts } from './PromotionFacts';
import { PromotionService } from './PromotionService';
import type { PromotionStore } from './store/PromotionStore';

export interface CreatePromotionsOptions {
  readonly store: PromotionStore;
  readonly forge: Forge;
  readonly facts: PromotionFacts;
  readonly settings: PromotionSettings;
  /** Known to this installation only, for example the Git host's token: markers are signed with a key from it. */
  readonly secret: string;
  readonly logger: LoggerService;
  /** Tells open pages that promotions changed. */
  readonly changed: () => void;
  readonly now?: () => Date;
  readonly newId?: () => string;
}

/** Puts the parts of promotions together. */
export function createPromotions(
  options: CreatePromotionsOptions,
): PromotionService {
  const { secret, now, newId, ...rest } = options;
  return new PromotionService({
    ...rest,
    overlays: new OverlayReader(options.forge),
    signer: MarkerSigner.fromSecret(secret),
    now: now ?? (() => new Date()),
    newId: newId ?? randomUUID,
  });
}
