import type { MetricSample } from '../ports';
import { keep, keyOf, without } from './labels';
import { PromqlError, type Expression, type Matcher } from './parse';

/** A series at one moment: a counter knows how fast it grows, so that no history has to be kept. */
export interface Series {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
  readonly perSecond: number;
}

export type Lookup = (
  metric: string,
  matchers: readonly Matcher[],
) => readonly Series[];

type Value = number | readonly MetricSample[];

class Evaluator {
  constructor(readonly lookup: Lookup) {}

  value(expression: Expression): Value {
    switch (expression.kind) {
      case 'number':
        return expression.value;
      case 'selector':
        if (expression.range !== undefined) {
          throw new PromqlError('a range needs a function around it');
        }
        return this.lookup(expression.metric, expression.matchers);
      case 'call':
        return this.#call(expression);
      case 'aggregate':
        return aggregate(expression, this.#vector(expression.of));
      case 'binary':
        return binary(
          expression.operator,
          this.value(expression.left),
          this.value(expression.right),
        );
    }
  }

  #vector(expression: Expression | undefined): readonly MetricSample[] {
    const value = expression ? this.value(expression) : [];
    return typeof value === 'number' ? [{ labels: {}, value }] : value;
  }

  #scalar(expression: Expression | undefined): number {
    const value = expression ? this.value(expression) : NaN;
    return typeof value === 'number' ? value : value[0]?.value ?? NaN;
  }

  #call({ name, args }: Extract<Expression, { kind: 'call' }>): Value {
    const [first, second] = args;
    switch (name) {
      case 'rate':
      case 'irate':
        return this.#growth(first, () => 1);
      case 'increase':
        return this.#growth(first, range => range);
      case 'vector':
        return [{ labels: {}, value: this.#scalar(first) }];
      case 'scalar':
        return this.#scalar(first);
      case 'clamp_min':
        return map(this.#vector(first), value =>
          Math.max(value, this.#scalar(second)),
        );
      case 'clamp_max':
        return map(this.#vector(first), value =>
          Math.min(value, this.#scalar(second)),
        );
      case 'histogram_quantile':
        return quantiles(this.#scalar(first), this.#vector(second));
      default:
        throw new PromqlError(`unknown function with name "${name}"`);
    }
  }

  #growth(
    expression: Expression | undefined,
    factor: (range: number) => number,
  ): Value {
    if (expression?.kind !== 'selector' || expression.range === undefined) {
      throw new PromqlError('expected a range selector');
    }
    const { metric, matchers, range } = expression;
    return this.lookup(metric, matchers).map(({ labels, perSecond }) => ({
      labels: without(labels, ['__name__']),
      value: perSecond * factor(range),
    }));
  }
}

/** Evaluates an expression now. A scalar is answered as one sample without labels. */
export function evaluate(
  expression: Expression,
  lookup: Lookup,
): readonly MetricSample[] {
  const value = new Evaluator(lookup).value(expression);
  return typeof value === 'number' ? [{ labels: {}, value }] : value;
}

function map(
  samples: readonly MetricSample[],
  change: (value: number) => number,
): MetricSample[] {
  return samples.map(({ labels, value }) => ({
    labels: without(labels, ['__name__']),
    value: change(value),
  }));
}

function groups(
  samples: readonly MetricSample[],
  reduced: (labels: Readonly<Record<string, string>>) => Record<string, string>,
): { labels: Record<string, string>; members: MetricSample[] }[] {
  const found = new Map<
    string,
    { labels: Record<string, string>; members: MetricSample[] }
  >();
  for (const sample of samples) {
    const labels = reduced(sample.labels);
    const key = keyOf(labels);
    const group = found.get(key) ?? { labels, members: [] };
    group.members.push(sample);
    found.set(key, group);
  }
  return [...found.values()];
}

function aggregate(
  { name, grouping }: Extract<Expression, { kind: 'aggregate' }>,
  samples: readonly MetricSample[],
): MetricSample[] {
  const reduced = (labels: Readonly<Record<string, string>>) => {
    if (!grouping) {
      return {};
    }
    return grouping.without
      ? without(labels, [...grouping.labels, '__name__'])
      : keep(labels, grouping.labels);
  };
  return groups(samples, reduced).map(({ labels, members }) => ({
    labels,
    value: combine(
      name,
      members.map(({ value }) => value),
    ),
  }));
}

function combine(name: string, values: readonly number[]): number {
  const sum = values.reduce((total, value) => total + value, 0);
  switch (name) {
    case 'sum':
      return sum;
    case 'avg':
      return sum / values.length;
    case 'min':
      return Math.min(...values);
    case 'max':
      return Math.max(...values);
    default:
      return values.length;
  }
}

function binary(operator: string, left: Value, right: Value): Value {
  if (typeof left === 'number' && typeof right === 'number') {
    return apply(operator, left, right) ?? NaN;
  }
  if (operator === 'or' || operator === 'and') {
    return join(operator, left, right);
  }
  const pairs: {
    labels: Readonly<Record<string, string>>;
    a: number;
    b: number;
  }[] =
    typeof left === 'number'
      ? asVector(right).map(({ labels, value }) => ({
          labels,
          a: left,
          b: value,
        }))
      : asVector(left).flatMap(({ labels, value }) => {
          const other =
            typeof right === 'number' ? right : partner(right, labels);
          return other === undefined ? [] : [{ labels, a: value, b: other }];
        });
  return pairs.flatMap(({ labels, a, b }) => {
    const value = apply(operator, a, b);
    return value === undefined
      ? []
      : [{ labels: without(labels, ['__name__']), value }];
  });
}

function asVector(value: Value): readonly MetricSample[] {
  return typeof value === 'number' ? [{ labels: {}, value }] : value;
}

function partner(
  samples: readonly MetricSample[],
  labels: Readonly<Record<string, string>>,
): number | undefined {
  const key = keyOf(without(labels, ['__name__']));
  return samples.find(
    sample => keyOf(without(sample.labels, ['__name__'])) === key,
  )?.value;
}

function join(operator: 'or' | 'and', left: Value, right: Value): Value {
  const [a, b] = [asVector(left), asVector(right)];
  const keys = (samples: readonly MetricSample[]) =>
    new Set(samples.map(({ labels }) => keyOf(labels)));
  return operator === 'and'
    ? a.filter(({ labels }) => keys(b).has(keyOf(labels)))
    : [...a, ...b.filter(({ labels }) => !keys(a).has(keyOf(labels)))];
}

/** The value, or nothing when a comparison filters it out. */
function apply(operator: string, a: number, b: number): number | undefined {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / b;
    case '>':
      return a > b ? a : undefined;
    case '<':
      return a < b ? a : undefined;
    case '>=':
      return a >= b ? a : undefined;
    case '<=':
      return a <= b ? a : undefined;
    case '==':
      return a === b ? a : undefined;
    default:
      return a !== b ? a : undefined;
  }
}

/** As Prometheus does it: linear inside the bucket that holds the rank. */
function quantiles(
  quantile: number,
  samples: readonly MetricSample[],
): MetricSample[] {
  return groups(samples, labels => without(labels, ['le', '__name__'])).map(
    ({ labels, members }) => ({
      labels,
      value: bucketQuantile(quantile, members),
    }),
  );
}

function bucketQuantile(
  quantile: number,
  members: readonly MetricSample[],
): number {
  const buckets = members
    .map(({ labels, value }) => ({
      le: labels.le === '+Inf' ? Infinity : Number(labels.le),
      count: value,
    }))
    .sort((a, b) => a.le - b.le);
  const total = buckets.at(-1)?.count ?? 0;
  if (total === 0 || buckets.length < 2) {
    return NaN;
  }
  const rank = quantile * total;
  // A rank that is a bucket's count to the last bit is in that bucket.
  const at = buckets.findIndex(({ count }) => count >= rank - total * 1e-12);
  const upper = buckets[at];
  const lower = buckets[at - 1] ?? { le: 0, count: 0 };
  if (!upper || upper.le === Infinity) {
    return lower.le;
  }
  const share = (rank - lower.count) / (upper.count - lower.count);
  return lower.le + (upper.le - lower.le) * share;
}
