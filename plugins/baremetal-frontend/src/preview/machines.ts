import type {
  FitAnswer,
  HardwareClassFit,
} from '@baremetal/backstage-plugin-baremetal-common';
import { readingsOf } from '@baremetal/golden-path';
import { classFit } from './environmentFits';

/** What is known of a hardware class in an environment. */
export type Machines =
  | { readonly state: 'known'; readonly fit: HardwareClassFit }
  /** The clusters answered, and none of their machines is of this class. */
  | { readonly state: 'none' }
  /** `why` is absent while nobody was asked. */
  | { readonly state: 'unknown'; readonly why?: string };

/** A cluster that is silent leaves it unknown: it may have machines. */
export function machinesIn(
  live: FitAnswer | undefined,
  environment: string,
  hardwareClass: string,
): Machines {
  const readings = readingsOf(live, environment);
  if (readings.length === 0) return { state: 'unknown' };
  const silent = readings.find(reading => !reading.ok);
  if (silent && !silent.ok) {
    return { state: 'unknown', why: silent.problem.message };
  }
  const fit = classFit(live, environment, hardwareClass);
  return fit && fit.nodes > 0 ? { state: 'known', fit } : { state: 'none' };
}

/** Classes that the platform is configured with, and after them those that only a cluster knows. */
export function classNames(
  configured: readonly { readonly name: string }[],
  live: FitAnswer | undefined,
): readonly string[] {
  const seen = (live?.environments ?? []).flatMap(({ reading }) =>
    reading.ok
      ? reading.value.hardwareClasses
          .filter(({ nodes }) => nodes > 0)
          .map(({ name }) => name)
      : [],
  );
  return [...new Set([...configured.map(({ name }) => name), ...seen.sort()])];
}
