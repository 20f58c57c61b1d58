import {
  type HardwareClassFit,
  parseMillicores,
  parseQuantity,
} from '@baremetal/backstage-plugin-baremetal-common';
import { podsAtPeak, type PodsAtPeak } from '../../podsAtPeak';
import { isProduction } from '../../spec/production';
import type { ServiceSpec } from '../../spec/serviceSpec';
import { isRouted, workloadKindOf } from '../../spec/workload';
import {
  error,
  notChecked,
  type Outcome,
  resolved,
  type Rule,
  warning,
} from '../rule';

type Environment = ServiceSpec['environments'][number];

/** What fits while nothing changes may not fit while the old and the new version run side by side. */
export const CP01: Rule = {
  id: 'CP01',
  title: 'The hardware class has room for both versions while one arrives',
  *check({ spec, platform, live }) {
    for (const environment of spec.environments) {
      const peak = podsAtPeak(spec, environment);
      if (peak.arriving === 0) continue;
      const reading = live?.environments.find(
        answered => answered.environment === environment.name,
      )?.reading;
      if (!reading?.ok) {
        yield notChecked(
          live === undefined
            ? 'no cluster was asked for its room'
            : `${environment.name} did not say how much room it has`,
        );
        continue;
      }
      const fit = reading.value.hardwareClasses.find(
        known => known.name === spec.hardwareClass,
      );
      if (fit !== undefined) {
        yield* judge(spec, environment, {
          ...fit,
          peak,
          survivesDomains: isProduction(environment.name, platform),
        });
      }
    }
    if (spec.delivery.dynamicStableScale && !shrinks(spec)) {
      yield resolved(
        'The old version can shrink by the weight of the new one only with a canary behind a router (dynamicStableScale): without one it is not used.',
      );
    }
  },
};

type Room = Pick<
  HardwareClassFit,
  'fitsNow' | 'fitsAfterNodeLoss' | 'fitsAfterDomainLoss'
> & {
  readonly peak: PodsAtPeak;
  /** Production is to go on changing also without a power domain. */
  readonly survivesDomains: boolean;
};

function* judge(
  spec: ServiceSpec,
  environment: Environment,
  room: Room,
): Iterable<Outcome> {
  const { fitsNow, fitsAfterNodeLoss, fitsAfterDomainLoss, peak } = room;
  const { name } = environment;
  const pods = peak.atRest + peak.arriving;
  const words = {
    path: `environments.${name}.replicas`,
    fix: wayOut(spec),
    environments: [name],
  };
  // Where not even the pods at rest fit, AS11 says so.
  if (pods > fitsNow && peak.atRest <= fitsNow) {
    yield error({
      ...words,
      message: `${sumOf(environment, peak)} ${
        spec.hardwareClass
      } has room for ${fitsNow} more pods, so the new version would wait for room for ever.`,
    });
  } else if (pods > fitsAfterNodeLoss && peak.atRest <= fitsAfterNodeLoss) {
    yield warning({
      ...words,
      message: `${sumOf(environment, peak)} After the loss of a node ${
        spec.hardwareClass
      } has room for ${fitsAfterNodeLoss} more pods, so a version that arrives then would wait.`,
    });
  } else if (
    room.survivesDomains &&
    fitsAfterDomainLoss !== undefined &&
    pods > fitsAfterDomainLoss &&
    peak.atRest <= fitsAfterDomainLoss
  ) {
    yield warning({
      ...words,
      message: `${sumOf(environment, peak)} After the loss of a power domain ${
        spec.hardwareClass
      } has room for ${fitsAfterDomainLoss} more pods, so a version that arrives then would wait.`,
    });
  }
}

/** The arithmetic, in a sentence. */
function sumOf(
  { name, cpu, memory }: Environment,
  { atRest, arriving }: PodsAtPeak,
): string {
  const pods = atRest + arriving;
  const millis = pods * (parseMillicores(cpu) ?? 0);
  const gibi = (pods * (parseQuantity(memory) ?? 0)) / 2 ** 30;
  return `While a new version arrives in ${name}, ${atRest} pods and up to ${arriving} more run at once: ${pods} × ${cpu} and ${memory} are ${
    millis / 1000
  } CPUs and ${Number(gibi.toFixed(2))}Gi.`;
}

function wayOut(spec: ServiceSpec): string {
  if (spec.delivery.strategy === 'blueGreen') {
    return 'Use fewer replicas, ask for less per pod, or choose a canary, which needs less.';
  }
  return shrinks(spec) && !spec.delivery.dynamicStableScale
    ? 'Let the old version shrink as the new one grows (dynamicStableScale), use fewer replicas, or ask for less per pod.'
    : 'Use fewer replicas, ask for less per pod, or lower maxSurge.';
}

function shrinks(spec: ServiceSpec): boolean {
  return (
    workloadKindOf(spec) === 'Rollout' &&
    spec.delivery.strategy === 'canary' &&
    isRouted(spec)
  );
}
