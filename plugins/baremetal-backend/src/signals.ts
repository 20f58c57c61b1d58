import type { LoggerService } from '@backstage/backend-plugin-api';
import type { SignalsService } from '@backstage/plugin-signals-node';
import {
  CHANGES_CHANNEL,
  type ChangeSignal,
} from '@baremetal/backstage-plugin-baremetal-common';

type Concept = ChangeSignal['concept'];

export interface ChangeSignalsOptions {
  readonly signals: SignalsService;
  readonly logger: LoggerService;
  /** How long changes are gathered into one signal; well below a second, so that pages keep up. */
  readonly gatherMs?: number;
}

/**
 * Tells open pages that something changed, and never what: they ask again, and are authorized again.
 *
 * @remarks
 *
 * A rollout changes hundreds of objects per second; a page needs to hear of it a few times. So the first change of a
 * cluster's concept waits for those that come with it, and all of them are one signal.
 */
export class ChangeSignals {
  readonly #options: Required<ChangeSignalsOptions>;
  readonly #revisions = new Map<string, number>();
  readonly #waiting = new Map<string, NodeJS.Timeout>();

  constructor(options: ChangeSignalsOptions) {
    this.#options = { gatherMs: 400, ...options };
  }

  changed(cluster: string, concepts: readonly Concept[]): void {
    concepts.forEach(concept => this.#gather(cluster, concept));
  }

  stop(): void {
    this.#waiting.forEach(timer => clearTimeout(timer));
    this.#waiting.clear();
  }

  #gather(cluster: string, concept: Concept): void {
    const key = `${cluster}/${concept}`;
    if (!this.#waiting.has(key)) {
      const publish = () => {
        this.#waiting.delete(key);
        const revision = (this.#revisions.get(key) ?? 0) + 1;
        this.#revisions.set(key, revision);
        this.#publish({ cluster, concept, revision });
      };
      const timer = setTimeout(publish, this.#options.gatherMs).unref();
      this.#waiting.set(key, timer);
    }
  }

  #publish(change: ChangeSignal): void {
    const { signals, logger } = this.#options;
    signals
      .publish({
        recipients: { type: 'broadcast' },
        channel: CHANGES_CHANNEL,
        message: { ...change },
      })
      .catch(error =>
        // Pages ask again by themselves, only later.
        logger.debug(`A change could not be signalled: ${error}`),
      );
  }
}
