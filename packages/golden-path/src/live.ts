import type {
  FitAnswer,
  HardwareClassFit,
  LiveEnvironment,
  StorageClassFit,
} from '@baremetal/backstage-plugin-baremetal-common';

/** What the clusters of an environment say of one thing. */
export interface LiveFact<T> {
  /** The scarcest of the answers, field by field: a service has to fit every cluster. Absent: none has answered. */
  readonly least: T | undefined;
  /** Whether every cluster of the environment has answered. */
  readonly complete: boolean;
}

/** Answers of the clusters of an environment; none when nobody was asked. */
export function readingsOf(
  live: FitAnswer | undefined,
  environment: string,
): readonly LiveEnvironment['reading'][] {
  return (live?.environments ?? [])
    .filter(answered => answered.environment === environment)
    .map(({ reading }) => reading);
}

/** Room of one hardware class in an environment. */
export function hardwareIn(
  live: FitAnswer | undefined,
  environment: string,
  hardwareClass: string,
): LiveFact<HardwareClassFit> {
  return factOf(readingsOf(live, environment), scarcerHardware, reading =>
    reading.hardwareClasses.find(({ name }) => name === hardwareClass),
  );
}

/** Room of one storage class in an environment. */
export function storageIn(
  live: FitAnswer | undefined,
  environment: string,
  storageClass: string,
): LiveFact<StorageClassFit> {
  return factOf(readingsOf(live, environment), scarcerStorage, reading =>
    reading.storageClasses?.find(({ name }) => name === storageClass),
  );
}

type Answer = Extract<LiveEnvironment['reading'], { ok: true }>['value'];

function factOf<T>(
  readings: readonly LiveEnvironment['reading'][],
  scarcer: (one: T, other: T) => T,
  pick: (answer: Answer) => T | undefined,
): LiveFact<T> {
  const answers = readings.map(reading =>
    reading.ok ? pick(reading.value) : undefined,
  );
  const known = answers.filter(
    (answer): answer is NonNullable<typeof answer> => answer !== undefined,
  );
  const [first, ...others] = known;
  return {
    least: first && others.reduce<T>(scarcer, first),
    complete: known.length > 0 && known.length === readings.length,
  };
}

function scarcerHardware(
  one: HardwareClassFit,
  other: HardwareClassFit,
): HardwareClassFit {
  const afterDomainLoss = leastOf(
    one.fitsAfterDomainLoss,
    other.fitsAfterDomainLoss,
  );
  return {
    name: one.name,
    nodes: Math.min(one.nodes, other.nodes),
    domains: fewer(one.domains, other.domains),
    largestNode: {
      cpuMillis: Math.min(
        one.largestNode.cpuMillis,
        other.largestNode.cpuMillis,
      ),
      memoryBytes: Math.min(
        one.largestNode.memoryBytes,
        other.largestNode.memoryBytes,
      ),
    },
    fitsNow: Math.min(one.fitsNow, other.fitsNow),
    fitsAfterNodeLoss: Math.min(one.fitsAfterNodeLoss, other.fitsAfterNodeLoss),
    ...(afterDomainLoss !== undefined && {
      fitsAfterDomainLoss: afterDomainLoss,
    }),
  };
}

function scarcerStorage(
  one: StorageClassFit,
  other: StorageClassFit,
): StorageClassFit {
  const isSaid =
    one.largestClaimBytes !== undefined &&
    other.largestClaimBytes !== undefined;
  const snapshots =
    one.snapshots === false || other.snapshots === false
      ? false
      : one.snapshots && other.snapshots;
  return {
    name: one.name,
    domains: fewer(one.domains, other.domains),
    // One that does not say leaves it unsaid for the environment.
    ...(isSaid && {
      largestClaimBytes: leastOf(
        one.largestClaimBytes,
        other.largestClaimBytes,
      ),
    }),
    ...(snapshots !== undefined && { snapshots }),
  };
}

function leastOf(
  one: number | undefined,
  other: number | undefined,
): number | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Math.min(one, other);
}

function fewer(
  one: readonly string[],
  other: readonly string[],
): readonly string[] {
  return one.length <= other.length ? one : other;
}
