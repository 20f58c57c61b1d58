import type { BehaviourKey, ServiceBehaviour } from './ports';
import type { Lookup, Series } from './promql/evaluate';
import { matches, type Matcher } from './promql/parse';

/** What a service that nobody scripted does: it works. */
const HEALTHY: ServiceBehaviour = {
  successRate: 0.9992,
  p95Seconds: 0.118,
  requestRate: 24,
};

/** Bucket bounds in seconds, besides one at the 95th percentile itself so that a quantile finds it exactly. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Labels under which exporters spell the status of an answer. */
const STATUS_LABELS = ['code', 'status', 'status_code', 'http_status_code'];

/** Labels that say who was measured; a script names them itself, so they are not matched one by one. */
const isStatus = ({ label }: Matcher) => STATUS_LABELS.includes(label);

interface Script {
  readonly key: BehaviourKey;
  readonly behaviour: ServiceBehaviour | 'missing';
}

/** Behaviours by who shows them, and the series that follow from them. */
export class Behaviours {
  readonly #scripts = new Map<string, Script>();

  set(key: BehaviourKey, behaviour: ServiceBehaviour | 'missing'): void {
    this.#scripts.set(
      JSON.stringify([key.namespace, key.service, key.podHash]),
      {
        key,
        behaviour,
      },
    );
  }

  /**
   * Series of any metric by what its name says it is: `…_bucket` is a latency histogram, everything else counts
   * requests. Who is meant is read from the matchers' values.
   */
  lookup(now: number): Lookup {
    return (metric, matchers) =>
      this.#meant(matchers).flatMap(({ key, behaviour }) =>
        behaviour === 'missing'
          ? []
          : seriesOf(metric, key, steady(behaviour, key, now))
              .map(series => withValue(series, now))
              .filter(({ labels }) =>
                matchers
                  .filter(
                    matcher => isStatus(matcher) || matcher.label === 'le',
                  )
                  .every(matcher => matches(labels, matcher)),
              ),
      );
  }

  #meant(matchers: readonly Matcher[]): readonly Script[] {
    const namespace = matchers.find(({ label }) => label === 'namespace');
    const values = matchers
      .filter(matcher => !isStatus(matcher) && matcher.label !== 'namespace')
      .map(({ value }) => value);
    const mentions = (word: string) => values.some(text => text.includes(word));
    const there = [...this.#scripts.values()].filter(({ key }) =>
      namespace
        ? matches({ namespace: key.namespace }, namespace)
        : mentions(key.service),
    );
    const ofVersion = there.filter(
      ({ key }) => key.podHash !== undefined && mentions(key.podHash),
    );
    if (ofVersion.length > 0) {
      return ofVersion;
    }
    const general = there.filter(({ key }) => key.podHash === undefined);
    return general.length > 0
      ? general
      : [{ key: unscripted(namespace), behaviour: HEALTHY }];
  }
}

function unscripted(namespace: Matcher | undefined): BehaviourKey {
  return { namespace: namespace?.value ?? 'default', service: 'service' };
}

/** A little unrest, the same at the same time for the same service. */
function steady(
  { successRate, p95Seconds, requestRate }: ServiceBehaviour,
  { service, podHash }: BehaviourKey,
  now: number,
): ServiceBehaviour {
  const unrest = (name: string) =>
    wobble(`${service}${podHash}${name}`, Math.floor(now / 15_000));
  return {
    successRate:
      successRate === undefined
        ? undefined
        : 1 - (1 - successRate) * (1 + 0.1 * unrest('errors')),
    p95Seconds:
      p95Seconds === undefined
        ? undefined
        : p95Seconds * (1 + 0.03 * unrest('latency')),
    requestRate: requestRate * (1 + 0.05 * unrest('requests')),
  };
}

/** From −1 to 1, by a small hash. */
function wobble(name: string, at: number): number {
  let hash = 2166136261;
  for (const character of `${name}${at}`) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 16777619) >>> 0;
  }
  return (hash % 2001) / 1000 - 1;
}

type Rate = Omit<Series, 'value'>;

function withValue({ labels, perSecond }: Rate, now: number): Series {
  return { labels, perSecond, value: perSecond * (now / 1000) };
}

function seriesOf(
  metric: string,
  { namespace, service, podHash }: BehaviourKey,
  behaviour: ServiceBehaviour,
): Rate[] {
  const labels = {
    namespace,
    service,
    ...(podHash === undefined ? {} : { rollouts_pod_template_hash: podHash }),
  };
  return metric.endsWith('_bucket')
    ? buckets(labels, behaviour)
    : counters(labels, behaviour);
}

function counters(
  labels: Record<string, string>,
  { successRate, requestRate }: ServiceBehaviour,
): Rate[] {
  const status = (code: string) =>
    Object.fromEntries(STATUS_LABELS.map(label => [label, code]));
  const rate = successRate === undefined ? 0 : requestRate;
  return [
    {
      labels: { ...labels, ...status('200') },
      perSecond: rate * (successRate ?? 0),
    },
    {
      labels: { ...labels, ...status('500') },
      perSecond: rate * (1 - (successRate ?? 0)),
    },
  ];
}

/** An exponential distribution whose 95th percentile is the given one. */
function buckets(
  labels: Record<string, string>,
  { p95Seconds, requestRate }: ServiceBehaviour,
): Rate[] {
  const rate = p95Seconds === undefined ? 0 : requestRate;
  const p95 = p95Seconds ?? 1;
  const bounds = [...new Set([...BOUNDS, p95])].sort((a, b) => a - b);
  return [
    ...bounds.map(le => ({
      labels: { ...labels, le: `${le}` },
      perSecond: rate * (1 - 0.05 ** (le / p95)),
    })),
    { labels: { ...labels, le: '+Inf' }, perSecond: rate },
  ];
}
