import {
  type HardwareClassFit,
  parseMillicores,
  parseQuantity,
} from '@baremetal/backstage-plugin-baremetal-common';
import { storeResourcesOf } from './manifests/resources';
import { podsAtPeak, type PodsAtPeak } from './podsAtPeak';
import { keepsStore } from './spec/data';
import type { ServiceSpec } from './spec/serviceSpec';

type Environment = ServiceSpec['environments'][number];

/** What has to find room in one environment, in pods of the size that its clusters are asked for (`fitQuestionOf`). */
export interface RoomNeeded extends PodsAtPeak {
  /** Of the store beside the service: one, or more where the pods are smaller than a store can be. */
  readonly store: number;
}

/** The one count of pods behind every answer to "does it fit": the rules ask it, and so does the form. */
export function roomNeededBy(
  spec: ServiceSpec,
  environment: Environment,
): RoomNeeded {
  return {
    ...podsAtPeak(spec, environment),
    store: keepsStore(spec) ? podsInStore(environment) : 0,
  };
}

function podsInStore(environment: Environment): number {
  const { cpu, memory } = storeResourcesOf(environment).requests;
  const times = (store: number | undefined, pod: number | undefined) =>
    store && pod ? Math.ceil(store / pod) : 1;
  return Math.max(
    times(parseMillicores(cpu), parseMillicores(environment.cpu)),
    times(parseQuantity(memory), parseQuantity(environment.memory)),
  );
}

/** How much may be lost before pods find no room, what is worst last. */
export const ROOM_VERDICTS = [
  'fits',
  'untilDomainLoss',
  'untilNodeLoss',
  'full',
] as const;

/** Whether pods find room: `full` when not even now. */
export type RoomVerdict = (typeof ROOM_VERDICTS)[number];

/**
 * Judges a number of pods by the room of a hardware class.
 *
 * @param room - `survivesDomains`: production is to go on also without a power domain
 */
export function judgeRoom(
  pods: number,
  room: Pick<
    HardwareClassFit,
    'fitsNow' | 'fitsAfterNodeLoss' | 'fitsAfterDomainLoss'
  > & { readonly survivesDomains: boolean },
): RoomVerdict {
  if (pods > room.fitsNow) return 'full';
  if (pods > room.fitsAfterNodeLoss) return 'untilNodeLoss';
  return room.survivesDomains && pods > (room.fitsAfterDomainLoss ?? Infinity)
    ? 'untilDomainLoss'
    : 'fits';
}
