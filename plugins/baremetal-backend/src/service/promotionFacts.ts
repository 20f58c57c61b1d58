import {
  observeWorkload,
  type CapacityDetail,
  type ClusterObservation,
  type FitAnswer,
  type FitQuestion,
  type Known,
  type RoomObservation,
  type ServiceCapacity,
  type StorageObservation,
  type TwoLines,
} from '@baremetal/backstage-plugin-baremetal-common';
import type {
  ClusterReaders,
  ServicePlace,
  ServiceTarget,
} from '@baremetal/backstage-plugin-baremetal-node';
import { readDeliveryRows } from '../delivery/deliveryRows';
import { notConnected } from '../cluster/joinRows';
import type { PromotionFacts } from '../promotion/PromotionFacts';

export interface PromotionFactsOptions {
  readonly readers: ClusterReaders;
  readonly storage: {
    summary(place: ServicePlace, target: ServiceTarget): Known<TwoLines>;
  };
  readonly capacity: {
    capacity(target: ServiceTarget): ServiceCapacity;
    fit(question: FitQuestion): FitAnswer;
  };
  readonly now: () => Date;
}

/** Joins what delivery, storage and capacity know into what a promotion is judged by. All from memory. */
export function createPromotionFacts(
  options: PromotionFactsOptions,
): PromotionFacts {
  return {
    observe: (target, environment) => ({
      environment,
      clusters: target.environments
        .filter(place => place.environment === environment)
        .map(place => observeCluster(options, target, place)),
    }),
  };
}

function observeCluster(
  options: PromotionFactsOptions,
  target: ServiceTarget,
  place: ServicePlace,
): ClusterObservation {
  const { cluster } = place;
  const reader = options.readers.get(cluster);
  if (!reader)
    return { cluster, ok: false, problem: notConnected(cluster).problem };
  const read = readDeliveryRows(reader, place, {
    kubernetesId: target.identity.kubernetesId,
    domainOf: () => undefined,
  });
  if (!read.known) return { cluster, ok: false, problem: read.problem };
  const { rows, observedAt, lost } = read.value;
  return {
    cluster,
    ok: true,
    observedAt,
    ...(lost && { lost }),
    workload: observeWorkload(rows, options.now()),
    storage: toStorage(options.storage.summary(place, target)),
    room: observeRoom(options, target, place),
  };
}

function toStorage(
  line: Known<TwoLines>,
): Known<StorageObservation | undefined> {
  if (!line.known) return line;
  const { tone, value, note } = line.value;
  const sentence = note === '' ? `${value}.` : `${value}: ${note}.`;
  return { known: true, value: { tone, sentence } };
}

/** Room for what the target's rollout needs on top of what runs. */
function observeRoom(
  options: PromotionFactsOptions,
  target: ServiceTarget,
  place: ServicePlace,
): Known<RoomObservation> {
  const detail = detailAt(options, target, place);
  if (!detail.known) return detail;
  if (!detail.value) return roomForFirst(options, target, place);
  const { pool, rows } = detail.value;
  const now = rows.find(row => row.case === 'now');
  const loss = rows.find(row => row.case === 'nodeLoss');
  if (now?.fits === undefined) {
    return unknown(now?.note ?? 'it could not be computed');
  }
  return {
    known: true,
    value: {
      hardwareClass: pool,
      neededPods: surgeOf(detail.value),
      fitsNow: now.fits,
      // Without a node to lose, nothing is left after the loss.
      fitsAfterNodeLoss: loss?.fits ?? 0,
    },
  };
}

function detailAt(
  { capacity }: PromotionFactsOptions,
  target: ServiceTarget,
  place: ServicePlace,
): Known<CapacityDetail | undefined> {
  const [column] = capacity.capacity({
    ...target,
    environments: [place],
  }).environments;
  if (!column) return { known: true, value: undefined };
  const { reading } = column;
  return reading.ok
    ? { known: true, value: reading.value }
    : { known: false, problem: reading.problem };
}

/** Most pods at once while a new version arrives, less those that run anyway. */
function surgeOf({ canarySteps }: CapacityDetail): number {
  const [start] = canarySteps;
  if (!start) return 1;
  const most = Math.max(
    ...canarySteps.map(({ stable, next }) => stable + next),
  );
  return Math.max(1, most - start.stable - start.next);
}

/** Nothing runs in the target yet: a pod as big as elsewhere, as often as elsewhere. */
function roomForFirst(
  options: PromotionFactsOptions,
  target: ServiceTarget,
  { environment, cluster }: ServicePlace,
): Known<RoomObservation> {
  for (const other of target.environments) {
    const detail = detailAt(options, target, other);
    if (!detail.known || !detail.value) continue;
    const { podRequest, pool, pods } = detail.value;
    const { environments } = options.capacity.fit({
      environments: [{ environment, ...podRequest }],
    });
    const answer = environments.find(
      ({ reading }) => reading.cluster === cluster,
    );
    if (!answer?.reading.ok) break;
    const fit = answer.reading.value.hardwareClasses.find(
      ({ name }) => name === pool,
    );
    if (!fit) return unknown(`${cluster} has no hardware class ${pool}`);
    const { fitsNow, fitsAfterNodeLoss } = fit;
    return {
      known: true,
      value: {
        hardwareClass: pool,
        // Of a job none may run just now.
        neededPods: Math.max(1, pods),
        fitsNow,
        fitsAfterNodeLoss,
      },
    };
  }
  return unknown('no pod of it runs anywhere, so its size is not known');
}

function unknown(message: string): Known<never> {
  return { known: false, problem: { kind: 'unexpected', message } };
}
