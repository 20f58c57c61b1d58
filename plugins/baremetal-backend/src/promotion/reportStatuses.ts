import type { GateView } from '@baremetal/backstage-plugin-baremetal-common';
import type { StatusState } from '@baremetal/forge';
import type { PromotionContext } from './context';
import type { PromotionRecord } from './store/PromotionStore';

const CONTEXTS: Record<GateView['id'], string> = {
  rolloutHealthy: 'baremetal/rollout-healthy',
  sameDigest: 'baremetal/same-digest',
  fits: 'baremetal/fits',
  storageHealthy: 'baremetal/storage-healthy',
  noOtherPromotion: 'baremetal/no-other-promotion',
  fourEyes: 'baremetal/four-eyes',
};

/** Pending is not failure, and what is not known is not a success. */
const STATES: Record<GateView['state'], StatusState> = {
  passed: 'success',
  warning: 'success',
  failed: 'failure',
  pending: 'pending',
  person: 'pending',
  unknown: 'pending',
};

/** Longest text that every host takes. */
const LONGEST = 140;

/** Says each gate as a status of the head commit, so that the Git host can enforce it. Only what changed is sent. */
export class StatusReporter {
  readonly #context: PromotionContext;
  readonly #sent = new Map<string, string>();

  constructor(context: PromotionContext) {
    this.#context = context;
  }

  async report(
    record: PromotionRecord,
    gates: readonly GateView[],
  ): Promise<void> {
    const { forge, settings } = this.#context;
    const { repo, headCommit, id } = record;
    for (const { id: gate, state, sentence } of gates) {
      const status = {
        context: CONTEXTS[gate],
        state: STATES[state],
        text: shorten(sentence),
        url: `${settings.appUrl}/baremetal/promotions/${id}`,
      };
      const key = `${headCommit}/${gate}`;
      const said = JSON.stringify(status);
      if (this.#sent.get(key) === said) continue;
      await forge.setStatus(repo, headCommit, status);
      this.#sent.set(key, said);
    }
  }

  forget(headCommit: string): void {
    for (const gate of Object.keys(CONTEXTS)) {
      this.#sent.delete(`${headCommit}/${gate}`);
    }
  }
}

function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}
