import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Forge } from '@baremetal/forge';
import type { MarkerSigner } from './MarkerSigner';
import type { OverlayReader } from './OverlayReader';
import type { PromotionFacts } from './PromotionFacts';
import type { PromotionStore } from './store/PromotionStore';

/** How this installation promotes. */
export interface PromotionSettings {
  readonly fourEyes: boolean;
  /** Who may approve, as words that start a sentence: `Anyone of platform-engineers`. */
  readonly approvers: string;
  /** Base URL of the pages, for links in pull requests. */
  readonly appUrl: string;
  readonly simulated: boolean;
}

/** What every part of promotions works with. */
export interface PromotionContext {
  readonly store: PromotionStore;
  readonly forge: Forge;
  readonly facts: PromotionFacts;
  readonly overlays: OverlayReader;
  readonly signer: MarkerSigner;
  readonly settings: PromotionSettings;
  readonly logger: LoggerService;
  readonly now: () => Date;
  readonly newId: () => string;
  /** Tells open pages. */
  readonly changed: () => void;
}

/** Who looks or acts. */
export interface Viewer {
  readonly userRef: string;
  readonly mayApprove: boolean;
}

/** Somebody who only looks, on a page that is the same for all. */
export const NOBODY: Viewer = { userRef: '', mayApprove: false };
