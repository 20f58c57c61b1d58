import {
  type HardwareClassFit,
  parseMillicores,
  parseQuantity,
} from '@baremetal/backstage-plugin-baremetal-common';
import { hardwareIn } from '../../live';
import { storeResourcesOf } from '../../manifests/resources';
import { podsAtPeak } from '../../podsAtPeak';
import {
  judgeRoom,
  ROOM_VERDICTS,
  type RoomNeeded,
  roomNeededBy,
  type RoomVerdict,
} from '../../roomNeeded';
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
import { LOSSES } from './roomWords';

type Environment = ServiceSpec['environments'][number];

/** What fits while nothing changes may not fit while the old and the new version run side by side. */
export const CP01: Rule = {
  id: 'CP01',
  title: 'The hardware class has room for both versions while one arrives',
  *check({ spec, platform, live }) {
    for (const environment of spec.environments) {
      if (podsAtPeak(spec, environment).arriving === 0) continue;
      const { name } = environment;
      const { least, complete } = hardwareIn(live, name, spec.hardwareClass);
      if (!complete) {
        yield notChecked(
          live === undefined
            ? 'no cluster was asked for its room'
            : `${name} did not say how much room it has`,
        );
      }
      // AV11 says what is wrong with a class that has no machine.
      if (least === undefined || least.nodes === 0) continue;
      yield* judge(spec, environment, {
        ...least,
        survivesDomains: isProduction(name, platform),
      });
    }
    if (spec.delivery.dynamicStableScale && !shrinks(spec)) {
      yield resolved(
        'The old version can shrink by the weight of the new one only with a canary behind a router (dynamicStableScale): without one it is not used.',
      );
    }
  },
};

/** Where not even the pods at rest fit as well, AS11 says so. */
function* judge(
  spec: ServiceSpec,
  environment: Environment,
  room: HardwareClassFit & { readonly survivesDomains: boolean },
): Iterable<Outcome> {
  const needed = roomNeededBy(spec, environment);
  const { name } = environment;
  const atRest = needed.atRest + needed.store;
  const verdict = judgeRoom(atRest + needed.arriving, room);
  const badness = (each: RoomVerdict) => ROOM_VERDICTS.indexOf(each);
  if (
    verdict === 'fits' ||
    badness(verdict) <= badness(judgeRoom(atRest, room))
  ) {
    return;
  }
  const sum = sumOf(environment, needed);
  const words = {
    path: `environments.${name}.replicas`,
    fix: wayOut(spec),
    environments: [name],
  };
  if (verdict === 'full') {
    yield error({
      ...words,
      message: `${sum} ${spec.hardwareClass} has room for ${room.fitsNow} more pods, so the new version would wait for room for ever.`,
    });
    return;
  }
  const [loss, after] = LOSSES[verdict];
  yield warning({
    ...words,
    message: `${sum} After the loss of ${loss} ${spec.hardwareClass} has room for ${room[after]} more pods, so a version that arrives then would wait.`,
  });
}

/** The arithmetic, in a sentence. */
function sumOf(
  environment: Environment,
  { atRest, arriving, store }: RoomNeeded,
): string {
  const { name, cpu, memory } = environment;
  const pods = atRest + arriving;
  const { requests } = storeResourcesOf(environment);
  const sum = (each: string, ofStore: string, parse: typeof parseQuantity) =>
    pods * (parse(each) ?? 0) + (store > 0 ? parse(ofStore) ?? 0 : 0);
  const cpus = sum(cpu, requests.cpu, parseMillicores) / 1000;
  const gibi = sum(memory, requests.memory, parseQuantity) / 2 ** 30;
  return `While a new version arrives in ${name}, ${atRest} pods${
    store > 0 ? ', the store beside them' : ''
  } and up to ${arriving} more run at once: ${pods} × ${cpu} and ${memory}${
    store > 0
      ? `, and ${requests.cpu} and ${requests.memory} for the store,`
      : ''
  } are ${cpus} CPUs and ${Number(gibi.toFixed(2))}Gi.`;
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
