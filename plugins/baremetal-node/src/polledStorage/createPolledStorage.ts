import { setTimeout as delay } from 'node:timers/promises';
import type { Problem } from '@baremetal/backstage-plugin-baremetal-common';
import type { ClusterReader } from '../clusterReader';
import type { StorageBackend } from '../storage';
import {
  ClusterPoll,
  type ClusterPollOptions,
  type PollTimes,
} from './ClusterPoll';
import type { StorageSystem } from './storageSystem';

const TIMES: PollTimes = {
  tick: 1_000,
  watched: 10_000,
  moving: 5_000,
  sweep: 60_000,
  attention: 180_000,
  timeout: 20_000,
  retry: 5_000,
};

/** For tests; an installation needs none of it. */
export interface PolledStorageOptions {
  readonly now?: () => Date;
  readonly sleep?: ClusterPollOptions['sleep'];
  readonly times?: Partial<PollTimes>;
}

/**
 * A `StorageBackend` that asks a storage system in the background and answers every view from memory.
 *
 * @remarks
 *
 * Volumes that somebody looked at in the last three minutes are asked about every 10 s, every 5 s while one of them
 * catches up; all volumes of services once a minute, and new ones at once.
 *
 * @public
 */
export function createPolledStorage(
  system: StorageSystem,
  options: PolledStorageOptions = {},
): StorageBackend {
  const polls = new Map<string, ClusterPoll>();
  const unasked = (cluster: string): Problem =>
    system.clusters.includes(cluster)
      ? {
          kind: 'unreachable',
          message: `${system.source} of ${cluster} has not answered yet.`,
        }
      : {
          kind: 'notInstalled',
          message: `No ${system.source} is set up for ${cluster}.`,
        };
  return {
    id: system.id,
    provisioners: system.provisioners,
    start({ readers, signal, onChange }) {
      for (const reader of readers.filter(isOurs)) {
        const poll = new ClusterPoll({
          system,
          reader,
          signal,
          times: { ...TIMES, ...options.times },
          now: options.now ?? (() => new Date()),
          sleep: options.sleep ?? sleep,
          onChange: () => onChange(reader.cluster),
        });
        polls.set(reader.cluster, poll);
        void poll.run();
      }
    },
    observeVolumes({ cluster }, { handles }) {
      const poll = polls.get(cluster);
      poll?.look(handles);
      return (
        poll?.memory.volumes(handles, unasked(cluster)) ?? {
          known: false,
          problem: unasked(cluster),
        }
      );
    },
    observeClasses({ cluster }) {
      return (
        polls.get(cluster)?.memory.classes(unasked(cluster)) ?? {
          known: false,
          problem: unasked(cluster),
        }
      );
    },
    sources({ cluster }) {
      return polls.get(cluster)?.memory.sources(system.source) ?? [];
    },
  };

  function isOurs({ cluster }: ClusterReader): boolean {
    return system.clusters.includes(cluster);
  }
}

async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(milliseconds, undefined, { signal, ref: false });
  } catch {
    // Aborted: the loop ends by itself.
  }
}
