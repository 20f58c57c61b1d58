import type {
  FitAnswer,
  HardwareClassFit,
  PlatformFacts,
  Tone,
} from '@baremetal/backstage-plugin-baremetal-common';
import {
  hardwareIn,
  judgeRoom,
  type PeakFootprint,
} from '@baremetal/golden-path';

/** Whether the service's busiest moment fits one environment, now and after losing any node. */
export interface EnvironmentFit {
  readonly environment: string;
  /** Absent while the answers do not say how many pods there are. */
  readonly peak: PeakFootprint | undefined;
  /** Absent while a cluster of the environment does not say. */
  readonly fit: HardwareClassFit | undefined;
  /** `warn`: only while every node is there, and in production every power domain. */
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
  return platform.environments.map(({ name, production }) => {
    const peak = peaks.find(({ environment }) => environment === name);
    const fit = classFit(live, name, hardwareClass);
    return {
      environment: name,
      peak,
      fit,
      tone: toneOf(peak, fit, production),
    };
  });
}

/** The least room over the clusters of an environment; `undefined` when one of them does not say. */
export function classFit(
  live: FitAnswer | undefined,
  environment: string,
  hardwareClass: string,
): HardwareClassFit | undefined {
  const { least, complete } = hardwareIn(live, environment, hardwareClass);
  return complete ? least : undefined;
}

function toneOf(
  peak: PeakFootprint | undefined,
  fit: HardwareClassFit | undefined,
  production: boolean,
): Tone {
  if (!peak || !fit) return 'unknown';
  switch (judgeRoom(peak.places, { ...fit, survivesDomains: production })) {
    case 'fits':
      return 'ok';
    case 'untilDomainLoss':
    case 'untilNodeLoss':
      return 'warn';
    case 'full':
      return 'bad';
  }
}
