import type { LoggerService } from '@backstage/backend-plugin-api';
import type { RowKind } from '@baremetal/backstage-plugin-baremetal-common';
import type { WatchState } from '@baremetal/kube-watch';
import { toProblem } from './toProblem';
import { WATCHED } from './watchedResources';

const GATHER_MS = 500;

/**
 * Tells the log how the caches stand: once per change, and once per cluster when all kinds change together.
 */
export class HealthLog {
  readonly #logger: LoggerService;
  readonly #states = new Map<string, Map<RowKind, WatchState>>();
  readonly #told = new Map<string, string>();
  readonly #timers = new Map<string, NodeJS.Timeout>();

  constructor(logger: LoggerService) {
    this.#logger = logger;
  }

  note(cluster: string, kind: RowKind, state: WatchState): void {
    const states = this.#states.get(cluster) ?? new Map();
    this.#states.set(cluster, states.set(kind, state));
    if (!this.#timers.has(cluster)) {
      const tell = () => this.#tell(cluster);
      this.#timers.set(cluster, setTimeout(tell, GATHER_MS).unref());
    }
  }

  /** One object could not be understood. */
  skipped(
    cluster: string,
    kind: RowKind,
    details: { name: string; error: unknown },
  ): void {
    this.#logger.warn(
      `${cluster}: left out ${WATCHED[kind].words} ${details.name}, which cannot be read: ${details.error}`,
    );
  }

  stop(): void {
    this.#timers.forEach(timer => clearTimeout(timer));
  }

  #tell(cluster: string): void {
    this.#timers.delete(cluster);
    const problems = new Map<string, string[]>();
    this.#states.get(cluster)?.forEach((state, kind) => {
      if (state.state === 'unread' || state.state === 'lost') {
        const { words } = WATCHED[kind];
        const { message } = toProblem({ cluster, words }, state.problem);
        problems.set(message, [...(problems.get(message) ?? []), words]);
      }
    });
    const sentences = [...problems].map(
      ([message, words]) => `${message} Not current: ${words.join(', ')}.`,
    );
    const summary = sentences.join(' ') || `${cluster} is read completely.`;
    if (this.#told.get(cluster) !== summary) {
      this.#told.set(cluster, summary);
      this.#logger[sentences.length > 0 ? 'warn' : 'info'](summary);
    }
  }
}
