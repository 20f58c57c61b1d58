import type {
  FitAnswer,
  HardwareClassFit,
  PlatformFacts,
  Tone,
} from '@baremetal/backstage-plugin-baremetal-common';
import type { PeakFootprint } from '@baremetal/golden-path';

/** Whether the service's busiest moment fits one environment, now and after losing any node. */
export interface EnvironmentFit {
  readonly environment: string;
  /** Absent while the answers do not say how many pods there are. */
  readonly peak: PeakFootprint | undefined;
  /** Absent while a cluster of the environment does not say. */
  readonly fit: HardwareClassFit | undefined;
  /** `warn`: only while every node is there. */
  readonly tone: Tone;
}

/** Environments in the order of promotion. */
export function environmentFits(options: {
  peaks: readonly PeakFootprint[];
  live: FitAnswer | undefined;
  platform: PlatformFacts;
  hardwareClass: string;
}): readonly EnvironmentFit[] {
  const { peaks, live, platform, hardwareClass } = options;
  return platform.environments.map(({ name }) => {
    const peak = peaks.find(({ environment }) => environment === name);
    const fit = classFit(live, name, hardwareClass);
    return { environment: name, peak, fit, tone: toneOf(peak, fit) };
  });
}

/** The least room over the clusters of an environment; `undefined` when one of them does not say. */
export function classFit(
  live: FitAnswer | undefined,
  environment: string,
  hardwareClass: string,
): HardwareClassFit | undefined {
  const fits = live?.environments
    .filter(entry => entry.environment === environment)
    .map(({ reading }) =>
      reading.ok
        ? reading.value.hardwareClasses.find(
            ({ name }) => name === hardwareClass,
          )
        : undefined,
    );
  if (!fits || fits.length === 0) return undefined;
  return fits.reduce((least, fit) => {
    if (!least || !fit) return undefined;
    return fit.fitsNow < least.fitsNow ? fit : least;
  });
}

function toneOf(
  peak: PeakFootprint | undefined,
  fit: HardwareClassFit | undefined,
): Tone {
  if (!peak || !fit) return 'unknown';
  if (fit.fitsNow < peak.pods) return 'bad';
  return fit.fitsAfterNodeLoss < peak.pods ? 'warn' : 'ok';
}
